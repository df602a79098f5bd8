/** A case as HTML, PDF, CSV and JSON. */
@NullMarked
package org.pentimento.report;

import org.jspecify.annotations.NullMarked;
