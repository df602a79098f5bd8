/** Images of a case. */
@NullMarked
package org.pentimento.audit.image;

import org.jspecify.annotations.NullMarked;
