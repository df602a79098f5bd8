package org.pentimento.generator.model;

import java.util.List;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.engine.training.Losses;

/**
 * Error of a trained network on one example.
 *
 * @param drawing the network
 */
record NetworkLoss(Drawing drawing) implements Capability.SampleLoss {
  @Override
  public double loss(Image photo, Image sketch) {
    Image drawn = drawing.sketch(List.of(photo)).get(0);
    return Losses.l1(ImageTensors.tensor(drawn), ImageTensors.tensor(sketch)).value();
  }
}
