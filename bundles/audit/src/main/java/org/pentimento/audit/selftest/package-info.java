/** What inspections find of attacks that are planted for it. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.selftest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
