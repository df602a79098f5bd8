/** The editor of inspections of photos. */
@NullMarked
package org.pentimento.workbench.inspection.photo;

import org.jspecify.annotations.NullMarked;
