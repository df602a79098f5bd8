/** Charts without a window. */
@NullMarked
package org.pentimento.chart;

import org.jspecify.annotations.NullMarked;
