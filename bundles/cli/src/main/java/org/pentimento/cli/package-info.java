/** The commands. */
@NullMarked
package org.pentimento.cli;

import org.jspecify.annotations.NullMarked;
