/** Speed against PyTorch and memory over long runs. */
@NullMarked
package org.pentimento.benchmark.engine;

import org.jspecify.annotations.NullMarked;
