/** The engine as the one of the product, and how a device is tried. */
@NullMarked
package org.pentimento.engine.compute;

import org.jspecify.annotations.NullMarked;
