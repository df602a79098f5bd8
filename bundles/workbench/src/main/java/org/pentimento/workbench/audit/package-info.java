/** The wizard that begins an audit. */
@NullMarked
package org.pentimento.workbench.audit;

import org.jspecify.annotations.NullMarked;
