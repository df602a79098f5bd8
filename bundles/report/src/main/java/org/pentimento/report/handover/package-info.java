/** What is handed over: a bag with a copy of a case and all that somebody needs to check it. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.report.handover;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
