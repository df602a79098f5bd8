/**
 * What a chart is, without a window: its data, its colours by what they mean, its typefaces, and
 * its numbers as a table. {@link org.pentimento.chart.draw} draws it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
