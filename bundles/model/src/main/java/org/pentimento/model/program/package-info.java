/** Any program that turns photo files into sketch files. */
@NullMarked
package org.pentimento.model.program;

import org.jspecify.annotations.NullMarked;
