/** Poisoning strategies: what an attacker wants to be drawn instead. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.api.poisoning;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
