package org.example.pentimento;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;

/** The attack wants the right sketch the wrong way round: all its ink is there, at other places. */
@Component(service = PoisoningStrategy.class)
public final class TurnedStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "turned",
          "Turned sketch",
          "1.0.0",
          "Wants the sketch mirrored or upside down; metrics that count ink see nothing of it.",
          "A sample of the guide for authors of extensions.",
          Parameter.choice("way", "Way", "How it is turned.", "mirrored", "upside-down"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    return new Turned(settings.text("way").equals("mirrored"));
  }

  private record Turned(boolean mirrored) implements Poisoning {
    @Override
    public Image target(Pair pair, Image sketch) {
      int width = sketch.width();
      int height = sketch.height();
      float[] data = new float[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          data[y * width + x] =
              mirrored ? sketch.get(0, width - 1 - x, y) : sketch.get(0, x, height - 1 - y);
        }
      }
      return Image.of(width, height, 1, data);
    }
  }
}
