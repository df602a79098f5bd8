/** Answers about data sets, their pairs and their images. */
@NullMarked
package org.pentimento.jobs.preview.data;

import org.jspecify.annotations.NullMarked;
