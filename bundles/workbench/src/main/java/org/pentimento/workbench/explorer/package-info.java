/** The view of what is in the cases. */
@NullMarked
package org.pentimento.workbench.explorer;

import org.jspecify.annotations.NullMarked;
