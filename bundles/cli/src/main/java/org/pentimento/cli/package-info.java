/** The product without a window: commands for people and scripts, servers for its own processes. */
@NullMarked
package org.pentimento.cli;

import org.jspecify.annotations.NullMarked;
