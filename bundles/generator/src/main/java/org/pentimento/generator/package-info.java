/** The built-in generators, a package each, and the format of the models that they write. */
@NullMarked
package org.pentimento.generator;

import org.jspecify.annotations.NullMarked;
