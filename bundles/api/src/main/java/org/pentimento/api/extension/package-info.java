/** What all extension kinds share: descriptor, parameters, settings. */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
