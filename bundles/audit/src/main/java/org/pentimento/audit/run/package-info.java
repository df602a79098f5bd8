/** The stages of a run, from pairs to comparisons; each finished step is durable. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.run;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
