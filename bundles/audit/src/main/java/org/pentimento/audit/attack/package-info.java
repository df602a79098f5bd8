/**
 * An attack of a plan carried out: pairs chosen, photos triggered, sketches replaced, a manifest of
 * it all.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.attack;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
