/** Triggers: what an attacker stamps on a photo. */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.api.trigger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
