/**
 * Layers of our own for DL4J graphs, on ND4J's native operations: here what a network asks of a
 * layer of any kind, below the kinds.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.layer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
