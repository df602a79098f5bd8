/** What all tables of results can do. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.table;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
