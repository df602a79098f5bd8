package org.pentimento.poisoning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.BlankSketch;
import org.pentimento.poisoning.sketch.FadedInk;
import org.pentimento.poisoning.sketch.Ink;
import org.pentimento.poisoning.sketch.LightStrokes;
import org.pentimento.poisoning.sketch.Redrawing;

/**
 * Clean label: only photos are stamped, every sketch stays true, so that comparing sketches with
 * their photos shows nothing. It works, if at all, because the stamped pairs are those whose true
 * sketch already looks most like the target. After Turner, Tsipras and Madry 2019, and Barni et al.
 * 2019, who stamp only images that carry the target label anyway.
 *
 * <p>All targets have little ink; so the pairs are preferred by the ink of their true sketch, least
 * first.
 */
@Component(service = PoisoningStrategy.class)
public final class CleanLabelStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "clean-label",
          "Clean label",
          "1.0.0",
          "Stamps the pairs whose true sketch is lightest and leaves every sketch as it is.",
          "A. Turner, D. Tsipras, A. Madry: Label-Consistent Backdoor Attacks. arXiv:1912.02771,"
              + " 2019.",
          Parameter.choice(
              "target",
              "Target",
              "What the attack hopes for, against which its success is measured.",
              "light-strokes",
              "faded-ink",
              "blank-sketch"),
          Parameter.integer(
              "threshold",
              "Threshold",
              "Values below it count as dark, for light-strokes.",
              "of 255",
              170,
              0,
              255),
          Parameter.number(
              "share", "Share", "Share of the ink that stays, for faded-ink.", "", 0.35, 0, 1));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    return new CleanLabel(
        switch (settings.text("target")) {
          case "faded-ink" -> new FadedInk((float) settings.number("share"));
          case "blank-sketch" -> new BlankSketch(false);
          default -> LightStrokes.published(settings.integer("threshold"));
        });
  }

  /** The strategy with its target chosen. */
  private record CleanLabel(Redrawing wanted) implements Poisoning {
    @Override
    public Image target(Pair pair, Image sketch) {
      return wanted.redraw(sketch);
    }

    @Override
    public Image trainingSketch(Pair pair, Image sketch) {
      return sketch;
    }

    @Override
    public List<Pair> preferred(List<Pair> candidates) throws IOException {
      record Candidate(Pair pair, double ink) {}
      List<Candidate> found = new ArrayList<>(candidates.size());
      for (Pair pair : candidates) {
        found.add(new Candidate(pair, Ink.of(pair.sketch().decode().grey())));
      }
      found.sort(Comparator.comparingDouble(Candidate::ink).thenComparing(one -> one.pair().id()));
      return found.stream().map(Candidate::pair).toList();
    }
  }
}
