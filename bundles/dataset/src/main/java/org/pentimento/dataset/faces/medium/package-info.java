/** What a face is drawn with: the places that are sampled, strokes, the camera and the pencil. */
@NullMarked
package org.pentimento.dataset.faces.medium;

import org.jspecify.annotations.NullMarked;
