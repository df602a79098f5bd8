/** The cases that are open in the window, read in the background. */
@NullMarked
package org.pentimento.workbench.cases;

import org.jspecify.annotations.NullMarked;
