/** The editor of a data set, which shows its pairs in a gallery. */
@NullMarked
package org.pentimento.workbench.dataset;

import org.jspecify.annotations.NullMarked;
