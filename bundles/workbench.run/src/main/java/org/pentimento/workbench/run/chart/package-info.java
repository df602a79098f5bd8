/** The view that enlarges a chart. */
@NullMarked
package org.pentimento.workbench.run.chart;

import org.jspecify.annotations.NullMarked;
