/** The application: its start, its window, its perspective, its themes. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.app;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
