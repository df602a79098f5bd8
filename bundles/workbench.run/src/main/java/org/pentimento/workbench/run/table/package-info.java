/** What all tables of results can do. */
@NullMarked
package org.pentimento.workbench.run.table;

import org.jspecify.annotations.NullMarked;
