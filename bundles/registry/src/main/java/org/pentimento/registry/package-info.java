/** Which extensions are there, switched off, or set aside. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.registry;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
