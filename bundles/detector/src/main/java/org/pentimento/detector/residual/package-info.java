/**
 * What is left of photos once one takes away what every face has: residuals in several banks,
 * levelled position by position, and how alike they are between photos.
 */
@NullMarked
package org.pentimento.detector.residual;

import org.jspecify.annotations.NullMarked;
