/** Metrics that compare grey levels pixel by pixel: PSNR and ink coverage. */
@NullMarked
package org.pentimento.metric.tone;

import org.jspecify.annotations.NullMarked;
