package org.pentimento.engine.blocked.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;

/** ND4J's arrays as blocks. */
final class NativeViews {
  private NativeViews() {}

  /** The memory of an array, which may be a view. */
  static Block over(BlockLayout layout, INDArray array) {
    return Block.over(layout, array.data().pointer(), array.data().offset());
  }
}
