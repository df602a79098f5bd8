/** Curves, noise and random numbers that give the same bits on every machine. */
@NullMarked
package org.pentimento.dataset.faces.math;

import org.jspecify.annotations.NullMarked;
