/** What sketches of a model have, and what is shown of them. */
@NullMarked
package org.pentimento.detector.sketching;

import org.jspecify.annotations.NullMarked;
