/** What the open cases claim, by severity, with the way to the evidence. */
@NullMarked
package org.pentimento.workbench.run.findings;

import org.jspecify.annotations.NullMarked;
