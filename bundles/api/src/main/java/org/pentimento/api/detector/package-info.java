/** Detectors: analyses that look for hidden attacks. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.api.detector;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
