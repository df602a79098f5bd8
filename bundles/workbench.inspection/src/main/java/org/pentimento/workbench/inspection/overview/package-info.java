/** The verdict of an inspection, what it does not know, and how it was made. */
@NullMarked
package org.pentimento.workbench.inspection.overview;

import org.jspecify.annotations.NullMarked;
