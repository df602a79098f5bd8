/** Generators: networks that draw a sketch of a photo. */
@Export
@Version("1.5.0")
@NullMarked
package org.pentimento.api.generator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
