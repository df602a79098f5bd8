/**
 * Native arrays of layers: kept from step to step, read by rows, worked on by native operations.
 */
@NullMarked
package org.pentimento.engine.layer.array;

import org.jspecify.annotations.NullMarked;
