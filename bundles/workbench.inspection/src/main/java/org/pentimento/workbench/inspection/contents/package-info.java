/** What an inspection of a case holds, as the window reads it. */
@NullMarked
package org.pentimento.workbench.inspection.contents;

import org.jspecify.annotations.NullMarked;
