/**
 * Each command through the launcher of the built product: exit status, output, what was written.
 */
@NullMarked
package org.pentimento.tests.cli;

import org.jspecify.annotations.NullMarked;
