/** Answers to preview questions about models, and what all answers share. */
@NullMarked
package org.pentimento.jobs.preview;

import org.jspecify.annotations.NullMarked;
