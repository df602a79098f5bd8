/** Robust statistics, tails of null distributions, and loops over several processors. */
@NullMarked
package org.pentimento.detector.numbers;

import org.jspecify.annotations.NullMarked;
