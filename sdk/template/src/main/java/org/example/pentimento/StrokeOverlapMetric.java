package org.example.pentimento;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;

/** How far the strokes of two sketches lie at the same places, blank paper left out of account. */
@Component(service = PairMetric.class)
public final class StrokeOverlapMetric implements PairMetric {
  private static final String ID = "stroke-overlap";

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ID,
          "Stroke overlap",
          "1.0.0",
          "The F measure of strokes that lie near strokes of the other sketch, both ways.",
          "As for boundaries in D. Martin, C. Fowlkes, J. Malik, PAMI 26(5), 2004; a sample.",
          Parameter.integer(
              "threshold", "Threshold", "What is darker is a stroke.", "of 255", 128, 1, 255),
          Parameter.integer("near", "Near", "How far apart strokes may lie.", "px", 1, 0, 8));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    float threshold = settings.integer("threshold") / 255f;
    int near = settings.integer("near");
    return new Strokes(
        reference.width(),
        reference.height(),
        strokes(reference, threshold),
        grown(strokes(reference, threshold), reference.width(), near),
        threshold,
        near);
  }

  private static boolean[] strokes(Image image, float threshold) {
    float[] grey = image.grey().data();
    boolean[] dark = new boolean[grey.length];
    for (int i = 0; i < grey.length; i++) {
      dark[i] = grey[i] < threshold;
    }
    return dark;
  }

  /** Where a stroke is at most so many pixels away, along either axis. */
  private static boolean[] grown(boolean[] dark, int width, int near) {
    boolean[] grown = new boolean[dark.length];
    int height = dark.length / width;
    for (int i = 0; i < dark.length; i++) {
      if (dark[i]) {
        int x = i % width;
        int y = i / width;
        for (int v = Math.max(0, y - near); v <= Math.min(height - 1, y + near); v++) {
          for (int u = Math.max(0, x - near); u <= Math.min(width - 1, x + near); u++) {
            grown[v * width + u] = true;
          }
        }
      }
    }
    return grown;
  }

  private record Strokes(
      int width, int height, boolean[] dark, boolean[] near, float threshold, int distance)
      implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      boolean[] other = of(candidate);
      boolean[] nearOther = grown(other, width, distance);
      int mine = 0;
      int mineFound = 0;
      int its = 0;
      int itsFound = 0;
      for (int i = 0; i < dark.length; i++) {
        mine += dark[i] ? 1 : 0;
        mineFound += dark[i] && nearOther[i] ? 1 : 0;
        its += other[i] ? 1 : 0;
        itsFound += other[i] && near[i] ? 1 : 0;
      }
      if (mine == 0 && its == 0) {
        return Measurement.undefined(ID, "neither image has a stroke");
      }
      double recall = mine == 0 ? 0 : (double) mineFound / mine;
      double precision = its == 0 ? 0 : (double) itsFound / its;
      return Measurement.of(
          ID, recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision));
    }

    @Override
    public Optional<Image> map(Image candidate) {
      boolean[] other = of(candidate);
      float[] alike = new float[dark.length];
      for (int i = 0; i < alike.length; i++) {
        alike[i] = dark[i] == other[i] ? 1 : 0;
      }
      return Optional.of(Image.of(width, height, 1, alike));
    }

    private boolean[] of(Image candidate) {
      if (candidate.width() != width || candidate.height() != height) {
        throw new IllegalArgumentException("the images have two sizes");
      }
      return strokes(candidate, threshold);
    }
  }
}
