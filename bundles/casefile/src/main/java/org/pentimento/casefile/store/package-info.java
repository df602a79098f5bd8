/**
 * Files of a case: where they lie, content by its hash, durable writing, the lock of the one
 * writer.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
