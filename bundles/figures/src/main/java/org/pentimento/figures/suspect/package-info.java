/** The charts of inspections of models. */
@NullMarked
package org.pentimento.figures.suspect;

import org.jspecify.annotations.NullMarked;
