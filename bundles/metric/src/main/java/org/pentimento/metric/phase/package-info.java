/** Phase congruency by log-Gabor filters, which FSIM compares. */
@NullMarked
package org.pentimento.metric.phase;

import org.jspecify.annotations.NullMarked;
