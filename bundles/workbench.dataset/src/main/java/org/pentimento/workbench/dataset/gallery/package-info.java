/**
 * The gallery: all pairs of a data set as small pictures, filtered and sorted. Layout, selection,
 * search and words are plain Java; the canvas, its painter and its keys are SWT.
 */
@NullMarked
package org.pentimento.workbench.dataset.gallery;

import org.jspecify.annotations.NullMarked;
