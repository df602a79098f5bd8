/** Photo-sketch pairs, data sets and the formats they are stored in. */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
