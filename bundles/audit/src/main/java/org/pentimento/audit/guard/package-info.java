/** Keeps what an extension does wrong from others. */
@NullMarked
package org.pentimento.audit.guard;

import org.jspecify.annotations.NullMarked;
