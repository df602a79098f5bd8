/** Networks written as ONNX files, which other programs run. */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.engine.onnx;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
