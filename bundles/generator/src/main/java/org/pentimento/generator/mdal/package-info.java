/** Multidomain adversarial learning. */
@NullMarked
package org.pentimento.generator.mdal;

import org.jspecify.annotations.NullMarked;
