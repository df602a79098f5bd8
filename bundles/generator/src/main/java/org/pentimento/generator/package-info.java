/** The built-in generators. */
@NullMarked
package org.pentimento.generator;

import org.jspecify.annotations.NullMarked;
