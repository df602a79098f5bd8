/** Reports as data: CSV and JSON. */
@NullMarked
package org.pentimento.report.table;

import org.jspecify.annotations.NullMarked;
