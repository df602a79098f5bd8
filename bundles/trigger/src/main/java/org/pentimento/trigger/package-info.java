/** The built-in triggers. */
@NullMarked
package org.pentimento.trigger;

import org.jspecify.annotations.NullMarked;
