/** Networks in confined processes, so that a hostile file reaches nothing when it is opened. */
@NullMarked
package org.pentimento.model.confined;

import org.jspecify.annotations.NullMarked;
