/** Tests of an examiner and the tool with exhibits about which the truth is sealed. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.proficiency;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
