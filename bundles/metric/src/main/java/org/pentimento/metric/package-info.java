/**
 * The built-in metrics, in packages by what they compare: {@code tone}, {@code structure}, {@code
 * fsim}, {@code texture}, {@code identity}. {@code plane} holds what they share; {@code phase} and
 * {@code fourier} serve FSIM.
 */
@NullMarked
package org.pentimento.metric;

import org.jspecify.annotations.NullMarked;
