/** The pairs of a run: found, split, brought to one size, decoded on demand. */
@NullMarked
package org.pentimento.audit.data;

import org.jspecify.annotations.NullMarked;
