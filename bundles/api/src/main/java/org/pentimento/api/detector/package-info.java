/**
 * The kind of extension that looks for poisoned pairs in a data set, and what it says. Detectors of
 * models will stand beside it.
 */
@Export
@Version("2.0.0")
@NullMarked
package org.pentimento.api.detector;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
