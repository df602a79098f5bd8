/** The stages of a run, from pairs to comparisons; each finished step is durable. */
@NullMarked
package org.pentimento.audit.run;

import org.jspecify.annotations.NullMarked;
