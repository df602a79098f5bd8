package org.pentimento.detector.photo;

import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

/**
 * Looks for what a group of photos shares and no other photos have: a stamp, a wave, a blended
 * picture, traces of a warp. It needs nobody's trust and no training. Where sketches were looked at
 * before, it looks first at the photos of the suspicious ones, which makes it much stronger.
 */
@Component(service = DatasetDetector.class)
public final class SharedPatternDetector implements DatasetDetector {

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "shared-pattern",
          "Shared pattern",
          "1.3.1",
          "Looks for what a group of photos shares and no other photos have, shows it and says who"
              + " carries it.",
          "Pentimento; dependence test after A. Gretton, O. Bousquet, A. Smola, B. Schoelkopf:"
              + " Measuring Statistical Dependence with Hilbert-Schmidt Norms. ALT, 2005.",
          Parameter.integer(
              "together",
              "Compared together",
              "How many photos are compared all with all; larger sets are looked at in random"
                  + " parts of at most this size. Time and memory grow with its square.",
              "photos",
              600,
              100,
              4000));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public LooksAt looksAt() {
    return LooksAt.PHOTOS;
  }

  @Override
  public int leastPairs() {
    return Part.LEAST;
  }

  @Override
  public String blindTo() {
    return "Triggers of which fewer than four photos carry each, triggers that differ from photo to"
        + " photo, triggers so faint that photos differ more among themselves, and photos of"
        + " another size than most.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    return new PhotoInspection(set, settings.integer("together"), seed, progress).run();
  }
}
