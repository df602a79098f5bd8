/** Batch normalisation, in loops over blocks of rows on all threads. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.layer.norm;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
