/** Small changes of photos that are sought by gradients because they ruin a model's sketches. */
@NullMarked
package org.pentimento.detector.inversion;

import org.jspecify.annotations.NullMarked;
