/** What can be done to a sketch: measure its ink and paper, redraw it, resize it. */
@NullMarked
package org.pentimento.poisoning.sketch;

import org.jspecify.annotations.NullMarked;
