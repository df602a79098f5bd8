/** JSON in one form only: the same value always gives the same bytes, and so the same hash. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
