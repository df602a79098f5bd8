/** Long work and what can go wrong with it: progress, cancelling, errors a person can act on. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
