/** The editor of inspections. */
@NullMarked
package org.pentimento.workbench.inspection;

import org.jspecify.annotations.NullMarked;
