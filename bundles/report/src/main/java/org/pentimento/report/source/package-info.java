/** What reports are made from: a case on disk, or some of its runs. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.report.source;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
