/** Where neural networks are computed: the CPU, or a GPU that serves. */
@Export
@Version("2.0.0")
@NullMarked
package org.pentimento.api.compute;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
