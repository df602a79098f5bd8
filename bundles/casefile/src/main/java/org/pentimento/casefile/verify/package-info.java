/**
 * Looks whether a case is as it was written. Callers hold {@link
 * org.pentimento.casefile.verify.Verification}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.verify;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
