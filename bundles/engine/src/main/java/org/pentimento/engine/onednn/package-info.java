/** oneDNN, called by itself: layouts, blocks of native memory in them, and kernels over blocks. */
@NullMarked
package org.pentimento.engine.onednn;

import org.jspecify.annotations.NullMarked;
