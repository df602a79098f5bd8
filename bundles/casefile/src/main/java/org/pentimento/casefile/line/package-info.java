/** The plans of a case that are carried out one after the other, each by a process of its own. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.line;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
