/**
 * The viewer of the pairs of a data set: its editor and page, the controls for what is compared,
 * and the questions to the preview process.
 */
@NullMarked
package org.pentimento.workbench.dataset.pair;

import org.jspecify.annotations.NullMarked;
