/** The built-in poisoning strategies: which target sketch each pair gets. */
@NullMarked
package org.pentimento.poisoning;

import org.jspecify.annotations.NullMarked;
