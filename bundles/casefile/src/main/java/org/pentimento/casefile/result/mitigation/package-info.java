/** What became of models whose hidden mode was to be removed. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.result.mitigation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
