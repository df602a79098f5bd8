/**
 * What a sketch should be, predicted from its photo over the set itself, and how far each sketch is
 * from it.
 */
@NullMarked
package org.pentimento.detector.sketch;

import org.jspecify.annotations.NullMarked;
