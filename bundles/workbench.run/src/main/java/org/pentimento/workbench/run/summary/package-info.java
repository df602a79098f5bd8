/** The table of all comparisons of a run, one row each, with columns that a person chooses. */
@NullMarked
package org.pentimento.workbench.run.summary;

import org.jspecify.annotations.NullMarked;
