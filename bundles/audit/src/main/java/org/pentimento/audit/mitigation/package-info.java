/** Making models without what is hidden in others. */
@NullMarked
package org.pentimento.audit.mitigation;

import org.jspecify.annotations.NullMarked;
