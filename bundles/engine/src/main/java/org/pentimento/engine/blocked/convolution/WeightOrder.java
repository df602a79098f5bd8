package org.pentimento.engine.blocked.convolution;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.NativeKernel;
import org.pentimento.engine.onednn.WeightlessKernels;

/**
 * The order of the values in the vector of all parameters of a network, in that of their gradient
 * and in those of an optimiser's moments. While a network is trained, the weights of a convolution
 * lie as its kernels want them, which saves copying them in each step; an optimiser does not care.
 *
 * @param places the weights that lie so; all other values lie as the layers keep them
 */
public record WeightOrder(List<Place> places) {
  /** All values as the layers keep them. */
  public static final WeightOrder PLAIN = new WeightOrder(List.of());

  /**
   * The weights of one convolution.
   *
   * @param first place in the vector
   * @param plain how the layer keeps them
   * @param kernels how its kernels want them; takes no more room
   */
  public record Place(long first, BlockLayout plain, BlockLayout kernels) {
    private void rearrange(INDArray vector, BlockLayout from, BlockLayout to) {
      try (Block source = over(from, vector);
          Block room = Block.of(to);
          Block target = over(to, vector);
          NativeKernel out = WeightlessKernels.copy(source, room);
          NativeKernel back = WeightlessKernels.copy(room, target)) {
        out.run();
        back.run();
      }
    }

    private Block over(BlockLayout layout, INDArray vector) {
      return Block.over(layout, vector.data().pointer(), vector.data().offset() + first);
    }
  }

  /** An order. */
  public WeightOrder {
    places = List.copyOf(places);
  }

  /** Brings a vector that is in this order into another one. */
  public void change(INDArray vector, WeightOrder wanted) {
    if (!equals(wanted)) {
      places.forEach(place -> place.rearrange(vector, place.kernels(), place.plain()));
      wanted.places.forEach(place -> place.rearrange(vector, place.plain(), place.kernels()));
    }
  }
}
