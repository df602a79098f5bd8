/**
 * A case as one HTML page, as PDF, CSV and JSON. {@link org.pentimento.report.ReportWriter} makes
 * them from a {@link org.pentimento.report.source.ReportSource}; the same source gives the same
 * bytes.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.report;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
