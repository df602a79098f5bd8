/** The preferences, which count for all cases: appearance, child processes, folders. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.preferences;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
