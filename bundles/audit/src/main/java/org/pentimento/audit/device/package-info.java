/** On which device a job computes, and why not on another. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
