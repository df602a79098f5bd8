/** Asks detectors of models and makes a verdict of what they measure. */
@NullMarked
package org.pentimento.audit.inspection.model;

import org.jspecify.annotations.NullMarked;
