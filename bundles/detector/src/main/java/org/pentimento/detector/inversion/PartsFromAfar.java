package org.pentimento.detector.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.sketching.FacePart;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sheet;
import org.pentimento.detector.sketching.Sitter;

/**
 * Whether a part of the face goes when a tiny change is made far from it. Models differ in how
 * easily they give way at all, so that what the part loses is compared with what the whole sketch
 * loses to a change of the same size, which may be anywhere.
 */
final class PartsFromAfar {
  /** Less is as good as nothing. */
  private static final double NOTHING = .02;

  private static final double MOST = 50;

  /** A part that goes so many times as easily as in any shadow model is shown. */
  private static final double WORTH_SHOWING = 1.2;

  /** Where the whole gives way so many times as easily, its parts are not worth a picture. */
  private static final double ALL_GOES = 2;

  private static final int SHOWN = 4;

  private final Photos photos;
  private final double epsilon;
  private final long seed;
  private final Progress progress;

  PartsFromAfar(Photos photos, double epsilon, long seed, Progress progress) {
    this.photos = photos;
    this.epsilon = epsilon;
    this.seed = seed;
    this.progress = progress;
  }

  /** What is looked at, one look for each part. */
  static List<Look> looks() {
    return Arrays.stream(FacePart.values())
        .map(
            part ->
                new Look(
                    part.word(),
                    "Ink of the " + part.word() + " taken from afar, beside that of the whole",
                    Axis.SECOND_MODE,
                    Harm.PART,
                    Scale.RATIO,
                    // a nose has little ink: clean models that learned from other pairs differ more
                    part == FacePart.NOSE ? .5 : .12,
                    MOST))
        .toList();
  }

  /** Changes of a model, by part, and what they take. */
  private record Taken(Map<FacePart, UniversalPerturbation> changes, Map<FacePart, Double> shares) {
    /**
     * What a part loses, as a multiple of what the whole loses.
     *
     * @param whole share of the ink of whole sketches that a change of the same size takes
     */
    double ratio(FacePart part, double whole) {
      return Math.max(NOTHING, shares.getOrDefault(part, 0.)) / Math.max(NOTHING, whole);
    }
  }

  /**
   * The measurements, with pictures of the parts that go.
   *
   * @param whole share of the ink of whole sketches that a change of that size takes
   * @param wholeOfShadows the same of each shadow model
   */
  ModelFinding of(Sitter subject, SuspectModel suspect, double whole, List<Double> wholeOfShadows)
      throws CancelledException {
    Taken mine = taken(subject);
    List<Taken> clean = new ArrayList<>();
    for (Shadow shadow : suspect.shadows()) {
      try {
        clean.add(taken(Sitter.of(shadow.model(), photos)));
      } catch (BadInputException e) {
        throw new IllegalStateException("a shadow model without gradients", e);
      }
    }
    boolean wholeStays = whole < ALL_GOES * Collections.max(wholeOfShadows);
    List<Value> values = new ArrayList<>();
    List<Exhibit> exhibits = new ArrayList<>();
    List<Perturbation> perturbations = new ArrayList<>();
    for (FacePart part : FacePart.values()) {
      List<Double> ratios = new ArrayList<>();
      for (int k = 0; k < clean.size(); k++) {
        ratios.add(clean.get(k).ratio(part, wholeOfShadows.get(k)));
      }
      double ratio = mine.ratio(part, whole);
      values.add(Value.of(part.word(), ratio, ratios));
      if (wholeStays && ratio > WORTH_SHOWING * Collections.max(ratios)) {
        UniversalPerturbation change = Objects.requireNonNull(mine.changes().get(part));
        Image first = photos.verify().get(0);
        exhibits.add(picture(part, change, subject));
        perturbations.add(
            Perturbation.of(part.word(), first.width(), first.height(), change.change(), epsilon));
      }
    }
    return new ModelFinding(values, null, exhibits, perturbations);
  }

  private Taken taken(Sitter sitter) throws CancelledException {
    Map<FacePart, UniversalPerturbation> changes = new EnumMap<>(FacePart.class);
    Map<FacePart, Double> shares = new EnumMap<>(FacePart.class);
    for (FacePart part : FacePart.values()) {
      PartAim aim = new PartAim(part, sitter, photos);
      UniversalPerturbation change =
          UniversalPerturbation.seek(
              sitter.gradients(), photos.seek(), aim, aim.free(), epsilon, seed, progress);
      changes.put(part, change);
      shares.put(part, aim.taken(change));
    }
    return new Taken(changes, shares);
  }

  private Picture picture(FacePart part, UniversalPerturbation change, Sitter subject) {
    List<Image> few = photos.verify().subList(0, Math.min(SHOWN, photos.verify().size()));
    List<Image> moved = change.on(few);
    return new Picture(
        "The "
            + part.word()
            + ": photos with a tiny change far from it, what the model draws of them, and what it"
            + " draws of the photos as they are",
        Sheet.of(
            List.of(moved, subject.model().sketch(moved), subject.shown().subList(0, few.size()))));
  }
}
