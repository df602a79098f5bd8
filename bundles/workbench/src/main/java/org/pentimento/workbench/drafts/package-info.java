/** Plans that are being written, kept in the workspace. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.drafts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
