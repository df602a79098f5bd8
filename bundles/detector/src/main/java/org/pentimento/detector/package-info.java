/** The built-in detectors of poisoned pairs, one package for each thing that they look at. */
@NullMarked
package org.pentimento.detector;

import org.jspecify.annotations.NullMarked;
