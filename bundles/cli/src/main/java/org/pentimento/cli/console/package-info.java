/**
 * What commands share of the terminal: where they write, how a job's progress is shown, what Ctrl-C
 * does and what an exit status means.
 */
@NullMarked
package org.pentimento.cli.console;

import org.jspecify.annotations.NullMarked;
