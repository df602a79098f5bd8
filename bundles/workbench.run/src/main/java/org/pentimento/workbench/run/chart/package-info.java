/** The control that shows a chart of a run, and the view that enlarges it. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.run.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
