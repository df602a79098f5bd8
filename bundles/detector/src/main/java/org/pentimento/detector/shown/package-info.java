/** Triggers that can be shown: compact changes and patches that ruin a model's sketches. */
@NullMarked
package org.pentimento.detector.shown;

import org.jspecify.annotations.NullMarked;
