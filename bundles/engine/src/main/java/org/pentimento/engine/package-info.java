/** Start of ND4J, device, layers, training loop, safetensors. */
@NullMarked
package org.pentimento.engine;

import org.jspecify.annotations.NullMarked;
