/** Audits as jobs in processes of their own. */
@NullMarked
package org.pentimento.workbench.audit;

import org.jspecify.annotations.NullMarked;
