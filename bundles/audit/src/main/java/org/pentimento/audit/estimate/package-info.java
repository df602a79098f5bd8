/** What a run will cost, from what earlier runs took. */
@NullMarked
package org.pentimento.audit.estimate;

import org.jspecify.annotations.NullMarked;
