package org.pentimento.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.Convention;
import org.pentimento.model.convention.ConventionGradient;

/**
 * Gradients of anything that is wanted of the sketches of a network in a confined process.
 *
 * @param process that draws and carries gradients back
 * @param convention of its photos and sketches
 */
record ConfinedGradient(NetworkProcess process, Convention convention)
    implements Capability.InputGradient {
  @Override
  public List<float[]> inputGradients(
      List<Image> photos, Function<List<Image>, List<float[]>> gradient) {
    ConventionGradient backwards = new ConventionGradient(convention);
    List<Tensor> drawn = new ArrayList<>();
    List<Image> sketches = new ArrayList<>();
    List<float[]> told = new ArrayList<>();
    try {
      for (Image photo : photos) {
        Tensor one = process.trace(convention.pack(photo), convention.output(), sketches.isEmpty());
        drawn.add(one);
        sketches.add(convention.unpack(one, photo));
      }
      List<float[]> wanted = gradient.apply(sketches);
      for (int i = 0; i < photos.size(); i++) {
        Tensor spread = backwards.spread(wanted.get(i), drawn.get(i), photos.get(i));
        told.add(backwards.gather(process.back(spread), photos.get(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return told;
  }
}
