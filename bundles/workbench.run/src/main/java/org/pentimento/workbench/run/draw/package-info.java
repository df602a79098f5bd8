/** The editor in which models draw photos side by side, without and with a trigger. */
@NullMarked
package org.pentimento.workbench.run.draw;

import org.jspecify.annotations.NullMarked;
