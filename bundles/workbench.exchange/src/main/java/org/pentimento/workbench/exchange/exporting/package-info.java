/** The wizard that exports reports, tables, charts, models and poisoned copies. */
@NullMarked
package org.pentimento.workbench.exchange.exporting;

import org.jspecify.annotations.NullMarked;
