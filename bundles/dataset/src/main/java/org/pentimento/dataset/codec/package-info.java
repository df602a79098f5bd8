/** Image files: recognised by content, checked before they are decoded, decoded in memory only. */
@NullMarked
package org.pentimento.dataset.codec;

import org.jspecify.annotations.NullMarked;
