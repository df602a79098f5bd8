/** The job protocol: what is asked of a child process and what it says back. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
