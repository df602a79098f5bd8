/** The built-in metrics. */
@NullMarked
package org.pentimento.metric;

import org.jspecify.annotations.NullMarked;
