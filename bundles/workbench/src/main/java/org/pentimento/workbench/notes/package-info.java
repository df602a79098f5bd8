/** What people remark on pairs, runs, findings and reports, and how reports are signed off. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.notes;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
