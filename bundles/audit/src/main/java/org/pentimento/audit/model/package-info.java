/** Models that were made elsewhere: how they come into a case and out of it again. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
