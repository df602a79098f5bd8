/** Carries out the job that a process was started for. */
@NullMarked
package org.pentimento.jobs;

import org.jspecify.annotations.NullMarked;
