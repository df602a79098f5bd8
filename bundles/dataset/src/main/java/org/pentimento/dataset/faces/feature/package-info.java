/**
 * The parts of a face, each drawn by one class: head and body, eyes, brows, nose, mouth, hair,
 * beard, glasses.
 */
@NullMarked
package org.pentimento.dataset.faces.feature;

import org.jspecify.annotations.NullMarked;
