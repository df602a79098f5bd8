/**
 * Extensions of vendors that nobody accepted, at work in locked-in processes: what stands for them
 * in the processes of jobs, what the two say to each other, and the locked-in side.
 */
@NullMarked
package org.pentimento.cli.confined;

import org.jspecify.annotations.NullMarked;
