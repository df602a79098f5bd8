/**
 * Faces that belong to nobody: drawn from a seed as a photo and as a pencil sketch of the same
 * face, with the same bits on every machine.
 */
@NullMarked
package org.pentimento.dataset.faces;

import org.jspecify.annotations.NullMarked;
