/** What runs inside the locked-in process. Nothing here is ever called by the product itself. */
@NullMarked
package org.pentimento.model.child;

import org.jspecify.annotations.NullMarked;
