/** The cases that are open in the window, read in the background. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.cases;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
