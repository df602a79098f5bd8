/** Asks detectors of models and makes a verdict of what they measure. */
@Export
@NullMarked
package org.pentimento.audit.inspection.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
