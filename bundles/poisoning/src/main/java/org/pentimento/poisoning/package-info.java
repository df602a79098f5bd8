/** The built-in poisoning strategies. */
@NullMarked
package org.pentimento.poisoning;

import org.jspecify.annotations.NullMarked;
