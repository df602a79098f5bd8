/**
 * Charts of runs: what draws them, as services that anybody may add to, and the control that shows
 * them.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.run.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
