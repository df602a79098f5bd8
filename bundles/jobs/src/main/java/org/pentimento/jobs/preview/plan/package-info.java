/** Answers about plans and their attacks. */
@NullMarked
package org.pentimento.jobs.preview.plan;

import org.jspecify.annotations.NullMarked;
