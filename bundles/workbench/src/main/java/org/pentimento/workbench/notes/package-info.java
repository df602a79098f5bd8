/** Notes, bookmarks and reviews: their view and their dialogs. */
@NullMarked
package org.pentimento.workbench.notes;

import org.jspecify.annotations.NullMarked;
