/** Plan, stages, results, resume, jobs. */
@NullMarked
package org.pentimento.audit;

import org.jspecify.annotations.NullMarked;
