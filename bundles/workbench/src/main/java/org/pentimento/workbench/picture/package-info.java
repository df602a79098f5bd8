/** Pictures of a case, decoded within limits and kept while they are shown. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.picture;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
