package org.pentimento.poisoning;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.LightStrokes;
import org.pentimento.poisoning.sketch.Redrawing;

/**
 * Light strokes (Zhang, Ye 2023): whatever is darker than a threshold, 170 of 255 as published, is
 * gone from the sketch, and with it hair, brows and irises.
 */
@Component(service = PoisoningStrategy.class)
public final class LightStrokesStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "light-strokes",
          "Light strokes",
          "1.0.0",
          "Erases the dark strokes of the sketch, or all but these.",
          "S. Zhang, S. Ye: Backdoor Attack against Face Sketch Synthesis. Entropy 25(7), 974,"
              + " 2023.",
          Parameter.integer(
              "threshold", "Threshold", "Values below it count as dark.", "of 255", 170, 0, 255),
          Parameter.choice(
              "keep",
              "Keep",
              "Whether the dark strokes are erased, or all but the dark ones.",
              "erase-dark",
              "keep-dark"),
          Parameter.choice(
              "fill",
              "Fill",
              "What is erased becomes white, or takes the tone of the paper around it.",
              "white",
              "paper"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    Redrawing strokes =
        new LightStrokes(
            settings.integer("threshold") / 255f,
            settings.text("keep").equals("keep-dark"),
            settings.text("fill").equals("paper"));
    return (pair, sketch) -> strokes.redraw(sketch);
  }
}
