/** Jobs in child processes, shown in the Progress view. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
