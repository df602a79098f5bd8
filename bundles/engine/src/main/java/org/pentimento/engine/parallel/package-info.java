/** Loops over native memory on all threads that the engine may use. */
@NullMarked
package org.pentimento.engine.parallel;

import org.jspecify.annotations.NullMarked;
