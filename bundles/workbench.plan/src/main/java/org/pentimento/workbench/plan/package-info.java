/** The editor of a plan. */
@NullMarked
package org.pentimento.workbench.plan;

import org.jspecify.annotations.NullMarked;
