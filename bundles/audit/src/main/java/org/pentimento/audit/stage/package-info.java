/** The stages of a comparison: models made ready, drawn with, measured, compared, inspected. */
@NullMarked
package org.pentimento.audit.stage;

import org.jspecify.annotations.NullMarked;
