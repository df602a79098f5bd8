/** Metrics that ask whether the right person is still recognised. */
@NullMarked
package org.pentimento.metric.identity;

import org.jspecify.annotations.NullMarked;
