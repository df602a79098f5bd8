/** The wizard that orders an inspection or a self-test. */
@NullMarked
package org.pentimento.workbench.inspection.order;

import org.jspecify.annotations.NullMarked;
