/** What a person sets once for all cases: looks, processes, folders. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.preferences;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
