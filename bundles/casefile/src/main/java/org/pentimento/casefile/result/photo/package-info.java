/** What inspections of single photos find. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.result.photo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
