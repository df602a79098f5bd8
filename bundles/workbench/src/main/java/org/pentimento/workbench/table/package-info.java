/** What all lists can do: be ordered, copied, and have a menu. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.table;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
