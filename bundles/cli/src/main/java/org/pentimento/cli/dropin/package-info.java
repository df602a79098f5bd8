/**
 * The files that people put among the extensions: what is in them without running it, what they say
 * of themselves in a process of their own, and which of them may be loaded.
 */
@NullMarked
package org.pentimento.cli.dropin;

import org.jspecify.annotations.NullMarked;
