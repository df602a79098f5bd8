/** What an inspection is worth, as a self-test in the same case measured it. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.power;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
