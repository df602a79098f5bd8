/** Makes the exhibits of a proficiency test, and the truth about them. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.proficiency;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
