package org.pentimento.generator;

import java.util.List;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Losses;

/**
 * Gradient of a trained network's error for the photo.
 *
 * @param drawing the network
 */
record NetworkGradient(Drawing drawing) implements Capability.InputGradient {
  @Override
  public float[] inputGradient(Image photo, Image wanted) {
    int width = photo.width();
    int height = photo.height();
    Image sketch = drawing.sketch(List.of(photo)).get(0);
    Tensor error = Losses.l1(Images.tensor(sketch), Images.tensor(wanted)).gradient();
    Tensor spread = drawing.canvas().spread(error.values(), width, height);
    return drawing.canvas().gather(drawing.network().inputGradient(spread), width, height);
  }
}
