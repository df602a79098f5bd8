/** The convolution, plain, transposed or reflecting at the edge, on native products of matrices. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.layer.convolution;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
