/** Formats found on disk, alignment, procedural faces, image files. */
@NullMarked
package org.pentimento.dataset;

import org.jspecify.annotations.NullMarked;
