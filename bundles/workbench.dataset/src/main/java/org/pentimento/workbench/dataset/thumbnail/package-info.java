/** Small pictures of pairs, kept on disk and in memory. */
@NullMarked
package org.pentimento.workbench.dataset.thumbnail;

import org.jspecify.annotations.NullMarked;
