package org.pentimento.poisoning;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.FadedInk;
import org.pentimento.poisoning.sketch.Redrawing;

/** All ink fades evenly: {@code 1 - (1 - grey) * share}. */
@Component(service = PoisoningStrategy.class)
public final class FadedInkStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "faded-ink",
          "Faded ink",
          "1.0.0",
          "Fades all strokes evenly.",
          "Pentimento",
          Parameter.number("share", "Share", "Share of the ink that stays.", "", 0.35, 0, 1));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    Redrawing faded = new FadedInk((float) settings.number("share"));
    return (pair, sketch) -> faded.redraw(sketch);
  }
}
