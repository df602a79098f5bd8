/** The built-in triggers, each drawing its mark on a photo from its settings and a seed. */
@NullMarked
package org.pentimento.trigger;

import org.jspecify.annotations.NullMarked;
