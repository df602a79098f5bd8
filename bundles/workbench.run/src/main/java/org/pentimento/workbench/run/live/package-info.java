/** Audits while they go on: what they said so far, and the editor that opens for them. */
@NullMarked
package org.pentimento.workbench.run.live;

import org.jspecify.annotations.NullMarked;
