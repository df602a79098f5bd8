/** The fully convolutional network. */
@NullMarked
package org.pentimento.generator.fcn;

import org.jspecify.annotations.NullMarked;
