/** Notes, bookmarks and reviews: their view and their dialogs. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.notes;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
