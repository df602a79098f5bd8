/** The training loop: example order, checkpoints, losses. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.training;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
