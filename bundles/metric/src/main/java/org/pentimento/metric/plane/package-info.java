/** Planes of values and the filters that several metrics share. */
@NullMarked
package org.pentimento.metric.plane;

import org.jspecify.annotations.NullMarked;
