/** Reports as typeset pages. */
@NullMarked
package org.pentimento.report.pdf;

import org.jspecify.annotations.NullMarked;
