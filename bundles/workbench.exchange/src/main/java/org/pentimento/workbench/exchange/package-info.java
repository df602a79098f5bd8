/** Data sets into cases, and reports, tables, charts and poisoned copies out of them. */
@NullMarked
package org.pentimento.workbench.exchange;

import org.jspecify.annotations.NullMarked;
