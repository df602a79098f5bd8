/** The page of the plan's editor that shows the YAML. */
@NullMarked
package org.pentimento.workbench.plan.source;

import org.jspecify.annotations.NullMarked;
