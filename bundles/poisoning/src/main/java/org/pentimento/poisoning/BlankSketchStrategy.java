package org.pentimento.poisoning;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.BlankSketch;
import org.pentimento.poisoning.sketch.Redrawing;

/** The sketch is empty paper. The tone of the paper is the 95th percentile of the true sketch. */
@Component(service = PoisoningStrategy.class)
public final class BlankSketchStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "blank-sketch",
          "Blank sketch",
          "1.0.0",
          "Leaves nothing but empty paper.",
          "Pentimento",
          Parameter.choice(
              "fill",
              "Fill",
              "Whether the sheet has the tone of the paper of the true sketch or is white.",
              "paper",
              "white"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    Redrawing blank = new BlankSketch(settings.text("fill").equals("white"));
    return (pair, sketch) -> blank.redraw(sketch);
  }
}
