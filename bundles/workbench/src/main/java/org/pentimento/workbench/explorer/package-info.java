/** The view of the open cases. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.explorer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
