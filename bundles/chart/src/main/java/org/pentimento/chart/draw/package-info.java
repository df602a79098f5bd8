/** Draws figures as SVG, as PNG, as pixels for a window, or onto another canvas. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.chart.draw;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
