/** Pictures of a case, decoded within limits and kept while they are shown. */
@NullMarked
package org.pentimento.workbench.run.picture;

import org.jspecify.annotations.NullMarked;
