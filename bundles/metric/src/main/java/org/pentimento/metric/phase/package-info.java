/** Phase congruency by log-Gabor filters. */
@NullMarked
package org.pentimento.metric.phase;

import org.jspecify.annotations.NullMarked;
