/** What parts of the window select, so that the others can follow: things of a case and pairs. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.selection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
