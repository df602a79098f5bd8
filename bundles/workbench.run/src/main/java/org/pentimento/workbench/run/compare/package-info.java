/** The editor that shows two or more runs side by side. */
@NullMarked
package org.pentimento.workbench.run.compare;

import org.jspecify.annotations.NullMarked;
