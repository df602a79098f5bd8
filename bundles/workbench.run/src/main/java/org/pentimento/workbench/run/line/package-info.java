/** The plans of the open cases that run or wait in line, and the news that a line has ended. */
@NullMarked
package org.pentimento.workbench.run.line;

import org.jspecify.annotations.NullMarked;
