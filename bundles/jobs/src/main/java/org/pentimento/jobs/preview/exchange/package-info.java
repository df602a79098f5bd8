/** Answers about what is imported and exported. */
@NullMarked
package org.pentimento.jobs.preview.exchange;

import org.jspecify.annotations.NullMarked;
