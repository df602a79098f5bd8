/** Which extensions are installed, as a headless process of the product tells the window. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
