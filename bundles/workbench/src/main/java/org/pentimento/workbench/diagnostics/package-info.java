/** What somebody who helps needs to know of this installation, without anything of its evidence. */
@NullMarked
package org.pentimento.workbench.diagnostics;

import org.jspecify.annotations.NullMarked;
