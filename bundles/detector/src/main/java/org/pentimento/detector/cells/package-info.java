/**
 * Photos and sketches as features of small cells, the prediction of a sketch's cells from its
 * photo's, and what is left over.
 */
@NullMarked
package org.pentimento.detector.cells;

import org.jspecify.annotations.NullMarked;
