/** The plan of an audit: what is compared with what, read from YAML, changed and written. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
