/** Images as planes of floating-point grey or colour values. */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.api.image;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
