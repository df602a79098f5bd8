/** The pair that is looked at, by which all parts of the window select the same one. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.pair;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
