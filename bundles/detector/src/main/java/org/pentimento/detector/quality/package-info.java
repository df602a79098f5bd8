/**
 * Detectors of what is odd for an honest reason: duplicates, shifted pairs, other artists and
 * sources. They never call a pair poisoned.
 */
@NullMarked
package org.pentimento.detector.quality;

import org.jspecify.annotations.NullMarked;
