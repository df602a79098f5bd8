/** The editor that shows in which values plans differ. */
@NullMarked
package org.pentimento.workbench.plan.compare;

import org.jspecify.annotations.NullMarked;
