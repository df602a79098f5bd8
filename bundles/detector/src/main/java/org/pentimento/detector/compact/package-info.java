/**
 * Compact changes of photos, of a few parameters each, that are fitted to ruin a model's sketches.
 */
@NullMarked
package org.pentimento.detector.compact;

import org.jspecify.annotations.NullMarked;
