/** Layers and vertices without trained weights: upsampling, dropout, concatenation and addition. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.layer.weightless;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
