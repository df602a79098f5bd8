/** The pairs of a run: found, split, brought to one size, decoded on demand. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
