/** A training: what it is fed, what it takes, what it leaves in the case. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.training;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
