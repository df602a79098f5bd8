package org.pentimento.generator.model;

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
    Tensor error = Losses.l1(ImageTensors.tensor(sketch), ImageTensors.tensor(wanted)).gradient();
    Tensor spread = drawing.packing().spread(error.values(), width, height);
    return drawing.packing().gather(drawing.network().inputGradient(spread), width, height);
  }
}
