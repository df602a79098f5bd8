/** How improbable it is that a clean model measures what a suspect one does. */
@NullMarked
package org.pentimento.audit.calibration;

import org.jspecify.annotations.NullMarked;
