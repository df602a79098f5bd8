/** Processes that are locked in: what a hostile file can reach when it is opened there. */
@NullMarked
package org.pentimento.model.confined;

import org.jspecify.annotations.NullMarked;
