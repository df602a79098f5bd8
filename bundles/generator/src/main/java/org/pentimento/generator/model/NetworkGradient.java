package org.pentimento.generator.model;

import java.util.List;
import java.util.function.Function;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/**
 * Gradients of anything that is wanted of a trained network's sketches, for the photos.
 *
 * @param drawing the network
 */
record NetworkGradient(Drawing drawing) implements Capability.InputGradient {
  @Override
  public List<float[]> inputGradients(
      List<Image> photos, Function<List<Image>, List<float[]>> gradient) {
    int width = photos.get(0).width();
    int height = photos.get(0).height();
    ImagePacking packing = drawing.packing();
    List<Image> sketches = packing.unpack(drawing.forward(photos), width, height);
    Tensor spread = packing.spread(gradient.apply(sketches), width, height);
    return packing.gather(drawing.network().inputGradient(spread), width, height);
  }
}
