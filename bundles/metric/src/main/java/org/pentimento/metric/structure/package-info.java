/** Metrics that compare local structure: SSIM, MS-SSIM, GMSD, VIFp. */
@NullMarked
package org.pentimento.metric.structure;

import org.jspecify.annotations.NullMarked;
