/** Convolutions of networks that are computed by oneDNN. */
@NullMarked
package org.pentimento.engine.blocked.convolution;

import org.jspecify.annotations.NullMarked;
