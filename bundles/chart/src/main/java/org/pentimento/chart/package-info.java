/**
 * Charts without a window: each figure is a record of its data that draws itself as a JFreeChart
 * object, to be shown in a window or written as SVG, PNG or onto another canvas.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
