/** The one way in which records become JSON between processes of the product, and back. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
