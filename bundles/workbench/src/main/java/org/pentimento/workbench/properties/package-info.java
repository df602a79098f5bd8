/** The view of all that is known about what is selected. */
@NullMarked
package org.pentimento.workbench.properties;

import org.jspecify.annotations.NullMarked;
