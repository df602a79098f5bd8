/** Inspections of single photos: whether one bears a trigger that a model obeys. */
@NullMarked
package org.pentimento.audit.inspection.photo;

import org.jspecify.annotations.NullMarked;
