/**
 * What a case knows of a data set's pairs: the pairs themselves, files that were left out, marks,
 * measured figures, and the order in which they are shown.
 */
@NullMarked
package org.pentimento.workbench.dataset.contents;

import org.jspecify.annotations.NullMarked;
