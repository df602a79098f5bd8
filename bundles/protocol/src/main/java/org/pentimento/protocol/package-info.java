/**
 * The job protocol: what is asked of a child process, what it says back, and how it is started,
 * heard and cancelled.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
