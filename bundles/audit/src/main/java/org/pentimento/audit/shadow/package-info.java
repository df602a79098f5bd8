/** Clean models that the auditor trains on trusted pairs, to compare a suspect model with. */
@NullMarked
package org.pentimento.audit.shadow;

import org.jspecify.annotations.NullMarked;
