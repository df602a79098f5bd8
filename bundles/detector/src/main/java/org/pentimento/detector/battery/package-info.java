/** Tries installed triggers out on a model, by its sketches alone. */
@NullMarked
package org.pentimento.detector.battery;

import org.jspecify.annotations.NullMarked;
