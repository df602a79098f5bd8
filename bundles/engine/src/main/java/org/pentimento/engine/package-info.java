/** The start of ND4J in this process and what is known about it. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.engine;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
