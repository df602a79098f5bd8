/** The index of a case: SQLite tables that are made from log and blobs and answer queries. */
@NullMarked
package org.pentimento.casefile.index;

import org.jspecify.annotations.NullMarked;
