/** The pairs of an inspection, most suspicious first, and the evidence of each. */
@NullMarked
package org.pentimento.workbench.inspection.ranking;

import org.jspecify.annotations.NullMarked;
