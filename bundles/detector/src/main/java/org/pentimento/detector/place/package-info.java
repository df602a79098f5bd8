/** Where on a photo a small patch ruins a model's sketches. */
@NullMarked
package org.pentimento.detector.place;

import org.jspecify.annotations.NullMarked;
