/** Where the product's log goes: to one file a process, and never to the screen. */
@NullMarked
package org.pentimento.logging;

import org.jspecify.annotations.NullMarked;
