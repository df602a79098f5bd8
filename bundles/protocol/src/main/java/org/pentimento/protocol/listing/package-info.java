/** The list of a data set's pairs that a child process leaves in the cache for the window. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol.listing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
