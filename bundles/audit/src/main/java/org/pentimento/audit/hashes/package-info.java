/** Lists of hashes that an analyst brings, and how the files of a data set compare with them. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.hashes;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
