/** Reports as one HTML page. */
@NullMarked
package org.pentimento.report.html;

import org.jspecify.annotations.NullMarked;
