/** The editor of a run: its header and its pages, and what they are filled with. */
@NullMarked
package org.pentimento.workbench.run;

import org.jspecify.annotations.NullMarked;
