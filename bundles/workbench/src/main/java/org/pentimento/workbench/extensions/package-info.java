/** The view of the installed extensions. */
@NullMarked
package org.pentimento.workbench.extensions;

import org.jspecify.annotations.NullMarked;
