/** The commands, one class each. */
@NullMarked
package org.pentimento.cli.command;

import org.jspecify.annotations.NullMarked;
