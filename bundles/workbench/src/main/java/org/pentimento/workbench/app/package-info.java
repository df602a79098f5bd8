/** The application: its start, its window, its perspective, its themes. */
@NullMarked
package org.pentimento.workbench.app;

import org.jspecify.annotations.NullMarked;
