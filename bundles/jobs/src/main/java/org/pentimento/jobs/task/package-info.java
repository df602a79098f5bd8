/** One class a kind of job. */
@NullMarked
package org.pentimento.jobs.task;

import org.jspecify.annotations.NullMarked;
