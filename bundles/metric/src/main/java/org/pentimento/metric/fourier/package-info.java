/** Discrete Fourier transforms of any size, in single precision, the same bits on every machine. */
@NullMarked
package org.pentimento.metric.fourier;

import org.jspecify.annotations.NullMarked;
