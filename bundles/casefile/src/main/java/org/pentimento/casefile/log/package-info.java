/**
 * The custody log: hash-chained entries, and the signed head by which its end is known.
 *
 * <p>Callers hold {@link org.pentimento.casefile.log.Entry} and {@link
 * org.pentimento.casefile.log.Receipt}; the other classes are for the case file itself.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
