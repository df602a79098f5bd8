/**
 * An inspection of a data set: detectors asked one after the other, each within bounds, and what
 * follows from all that they say.
 */
@NullMarked
package org.pentimento.audit.inspection;

import org.jspecify.annotations.NullMarked;
