/** A network as our code sees it, and its optimiser. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine.network;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
