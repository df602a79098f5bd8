/** What editors are opened for: runs, data sets and plans of cases, and drafts. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.input;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
