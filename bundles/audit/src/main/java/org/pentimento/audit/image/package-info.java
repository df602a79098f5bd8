/** Images of a case, and what storing or blurring makes of an image. */
@NullMarked
package org.pentimento.audit.image;

import org.jspecify.annotations.NullMarked;
