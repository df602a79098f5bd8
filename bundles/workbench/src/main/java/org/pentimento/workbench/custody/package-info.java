/** The view of a case's custody log. */
@NullMarked
package org.pentimento.workbench.custody;

import org.jspecify.annotations.NullMarked;
