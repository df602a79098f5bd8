/**
 * What a run found, as records that are stored as canonical JSON and read by reports and windows.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.result;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
