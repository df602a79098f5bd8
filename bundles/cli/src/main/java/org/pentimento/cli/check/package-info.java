/**
 * Checking an extension's jar in a process of its own: what that process does, and what it tells.
 */
@NullMarked
package org.pentimento.cli.check;

import org.jspecify.annotations.NullMarked;
