/** What self-tests of detectors of models measure. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.result.model.selftest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
