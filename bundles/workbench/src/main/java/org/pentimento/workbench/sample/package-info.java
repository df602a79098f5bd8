/** The finished case that comes with the product, for somebody who has none yet. */
@NullMarked
package org.pentimento.workbench.sample;

import org.jspecify.annotations.NullMarked;
