/** The viewer of one pair: its images side by side or over each other, with what metrics see. */
@NullMarked
package org.pentimento.workbench.dataset.pair;

import org.jspecify.annotations.NullMarked;
