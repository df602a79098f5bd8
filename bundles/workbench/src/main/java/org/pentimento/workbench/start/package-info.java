/** The page that fills the room for editors while no case is open. */
@NullMarked
package org.pentimento.workbench.start;

import org.jspecify.annotations.NullMarked;
