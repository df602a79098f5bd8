/** The wizard that writes reports, tables, charts and poisoned copies. */
@NullMarked
package org.pentimento.workbench.exchange.exporting;

import org.jspecify.annotations.NullMarked;
