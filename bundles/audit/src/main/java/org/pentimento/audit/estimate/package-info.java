/** What a run will cost, from what earlier runs took. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.estimate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
