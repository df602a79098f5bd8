package org.pentimento.metric.tone;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Ink coverage: the share of pixels darker than the paper in the candidate, divided by that in the
 * reference. 1 is as much ink as there should be, 0.4 means that six tenths of the dark strokes are
 * gone, even where FSIM is high; 1.5 that half as much was added.
 *
 * <p>Against a reference without ink there is no ratio: it is undefined, and the reason says how
 * much ink the candidate has. The value does not say where the ink lies; the map does.
 */
@Component(service = PairMetric.class)
public final class InkMetric implements PairMetric {
  private static final String ID = "ink";
  private static final String PAPER = "paper";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "Ink coverage",
        "1.0.0",
        "Pixels darker than the paper in the candidate, relative to the reference: 1 is right,"
            + " less means that dark strokes were lost. Undefined if the reference has none.",
        "Pentimento; the threshold is that of the light-strokes attack",
        Parameter.integer(
            PAPER,
            "Paper tone",
            "Grey level from which on a pixel counts as paper; what is darker is ink.",
            "of 255",
            170,
            1,
            255));
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, Double.POSITIVE_INFINITY, Direction.NEAR_ONE);
  }

  @Override
  public PanelPlace panelPlace() {
    return PanelPlace.INK;
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    return new Prepared(Plane.luminance(reference), settings.integer(PAPER));
  }

  private record Prepared(Plane reference, int paper) implements Reference {
    @Override
    public Measurement measure(Image candidate) {
      reference.requireSameSize(candidate);
      int wanted = ink(reference);
      int found = ink(Plane.luminance(candidate));
      if (wanted == 0) {
        return Measurement.undefined(
            ID,
            "The reference has no pixel darker than %d; the candidate has %d of %d."
                .formatted(paper, found, reference.size()));
      }
      return Measurement.of(ID, found / (double) wanted);
    }

    /** 1 where both have ink or both have paper. */
    @Override
    public Optional<Image> map(Image candidate) {
      reference.requireSameSize(candidate);
      double[] other = Plane.luminance(candidate).data();
      double[] agreement = new double[other.length];
      for (int i = 0; i < agreement.length; i++) {
        agreement[i] = isInk(reference.data()[i]) == isInk(other[i]) ? 1 : 0;
      }
      return Optional.of(new Plane(reference.width(), reference.height(), agreement).asMap());
    }

    private int ink(Plane plane) {
      int ink = 0;
      for (double level : plane.data()) {
        ink += isInk(level) ? 1 : 0;
      }
      return ink;
    }

    private boolean isInk(double level) {
      return level < paper;
    }
  }
}
