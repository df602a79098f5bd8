/** What is installed: all extensions by kind and id. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
