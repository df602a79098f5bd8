package org.example.pentimento;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.SetMetric;

/**
 * Whether sketches of different persons differ as much as they should: a model that draws the same
 * face for everybody may be close to each true sketch, and only the whole set shows it.
 */
@Component(service = SetMetric.class)
public final class VarietyMetric implements SetMetric {
  private static final String ID = "variety";

  /** Of a brightness from 0 to 1. True sketches that differ by less are copies. */
  private static final double LEAST = 1e-3;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              ID,
              "Variety",
              "1.0.0",
              "How far a sketch lies from those of the others, as a share of how far the true"
                  + " sketches lie apart: near 0 where everybody gets the same face, at most 1.",
              "A sample of the guide for authors of extensions.",
              Parameter.integer(
                  "cells",
                  "Cells",
                  "Sketches are compared by the brightness of as many cells across and down.",
                  "",
                  16,
                  4,
                  64))
          .needing(Descriptor.Need.IDENTITIES);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public List<Measurement> measure(List<Item> items, Settings settings, Progress progress)
      throws IOException, CancelledException {
    int cells = settings.integer("cells");
    progress.begin("Reading sketches", items.size());
    List<double[]> drawn = new ArrayList<>();
    List<double[]> expected = new ArrayList<>();
    for (Item item : items) {
      progress.checkCancelled();
      drawn.add(brightness(item.candidate().decode(), cells));
      expected.add(brightness(item.sketch().decode(), cells));
      progress.advance(1);
    }
    List<Measurement> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      progress.checkCancelled();
      values.add(value(i, items, drawn, expected));
    }
    return values;
  }

  private static Measurement value(
      int of, List<Item> items, List<double[]> drawn, List<double[]> expected) {
    double apart = 0;
    double shouldBe = 0;
    int others = 0;
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).identity().equals(items.get(of).identity())) {
        apart += distance(drawn.get(of), drawn.get(i));
        shouldBe += distance(expected.get(of), expected.get(i));
        others++;
      }
    }
    if (others == 0) {
      return Measurement.undefined(ID, "there is nobody else in the set");
    }
    if (shouldBe / others < LEAST) {
      return Measurement.undefined(ID, "the true sketches are all the same");
    }
    return Measurement.of(ID, Math.min(1, apart / shouldBe));
  }

  /** The mean brightness in each cell of a grid. */
  private static double[] brightness(Image image, int cells) {
    Image grey = image.grey();
    double[] sums = new double[cells * cells];
    int[] counts = new int[cells * cells];
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        int cell = y * cells / grey.height() * cells + x * cells / grey.width();
        sums[cell] += grey.get(0, x, y);
        counts[cell]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= Math.max(1, counts[i]);
    }
    return sums;
  }

  /** Root of the mean squared difference. */
  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }
}
