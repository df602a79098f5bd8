/** The view of what the open cases claim, by severity, which leads to the evidence. */
@NullMarked
package org.pentimento.workbench.run.findings;

import org.jspecify.annotations.NullMarked;
