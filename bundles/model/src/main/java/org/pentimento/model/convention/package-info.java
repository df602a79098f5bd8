/** How a network of another maker takes photos and gives sketches, and how that is found out. */
@NullMarked
package org.pentimento.model.convention;

import org.jspecify.annotations.NullMarked;
