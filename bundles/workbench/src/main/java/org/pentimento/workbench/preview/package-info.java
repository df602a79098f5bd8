/** The long-lived process that answers questions of sliders and galleries at once. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.preview;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
