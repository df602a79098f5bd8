/**
 * The charts that there are: each is a record of its data that draws itself as a JFreeChart object.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.chart.plot;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
