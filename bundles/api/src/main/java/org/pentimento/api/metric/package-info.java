/** Metrics of one pair of images and of a whole set. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.api.metric;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
