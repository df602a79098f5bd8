/** The control that shows a chart: zoomed, copied and saved. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
