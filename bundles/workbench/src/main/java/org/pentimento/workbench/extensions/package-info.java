/** The view of what is installed, by descriptors only. */
@NullMarked
package org.pentimento.workbench.extensions;

import org.jspecify.annotations.NullMarked;
