/** The application: how it starts and ends, its window and the perspective. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.app;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
