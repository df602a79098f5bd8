/** Tensors in Java memory and the safetensors file format. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.tensor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
