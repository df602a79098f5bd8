/**
 * Audits while they are running: what they have reported so far, the page that shows it, and the
 * editor that opens for them.
 */
@NullMarked
package org.pentimento.workbench.run.live;

import org.jspecify.annotations.NullMarked;
