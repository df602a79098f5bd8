/** The editor of a run: what it found, in words, figures and pictures. */
@NullMarked
package org.pentimento.workbench.run;

import org.jspecify.annotations.NullMarked;
