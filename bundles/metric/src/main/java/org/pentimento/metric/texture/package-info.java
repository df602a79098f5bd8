/** Metrics of the texture of strokes: Scoot. */
@NullMarked
package org.pentimento.metric.texture;

import org.jspecify.annotations.NullMarked;
