/**
 * Image files before they are decoded: which kind they are, how large, how turned, whether they end
 * too early.
 *
 * <p>Nothing here decodes pixels, so a hostile file can cost no more than its own bytes.
 */
@NullMarked
package org.pentimento.dataset.codec.header;

import org.jspecify.annotations.NullMarked;
