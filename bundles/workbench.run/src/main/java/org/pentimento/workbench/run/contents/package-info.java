/** What a case holds of a run, and how that is said in words. */
@NullMarked
package org.pentimento.workbench.run.contents;

import org.jspecify.annotations.NullMarked;
