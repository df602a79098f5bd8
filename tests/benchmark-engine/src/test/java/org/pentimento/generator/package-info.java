/** A way into the generators for the benchmark. */
@NullMarked
package org.pentimento.generator;

import org.jspecify.annotations.NullMarked;
