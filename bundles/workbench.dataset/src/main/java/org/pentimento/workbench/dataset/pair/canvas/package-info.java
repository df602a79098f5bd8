/**
 * The canvas that shows the images of a pair side by side or over each other, with layers over
 * them. Scene, layout, viewport and the words for a pixel are plain Java; the canvas and its
 * painter are SWT.
 */
@NullMarked
package org.pentimento.workbench.dataset.pair.canvas;

import org.jspecify.annotations.NullMarked;
