/** Discrete Fourier transforms of many columns at once. */
@NullMarked
package org.pentimento.metric.fourier;

import org.jspecify.annotations.NullMarked;
