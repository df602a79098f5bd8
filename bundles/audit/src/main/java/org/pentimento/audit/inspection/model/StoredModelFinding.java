package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.StoredExhibit;
import org.pentimento.audit.inspection.StoredExhibit.StoredPicture;

/** A finding as a blob, its images as the SHA-256 of their PNGs. */
record StoredModelFinding(
    List<ModelFinding.Value> values,
    @Nullable StoredTrigger trigger,
    List<StoredExhibit> exhibits,
    List<StoredPerturbation> perturbations) {

  /** A {@link Perturbation}. */
  record StoredPerturbation(String look, String image, double gain) {}

  /** A {@link ShownTrigger}; the residual of its pattern is the image. */
  record StoredTrigger(
      SharedPattern.Family family,
      double strength,
      SharedPattern.@Nullable Place place,
      String image,
      double gain,
      String mask,
      SharedPattern.Measures measures,
      double effect,
      List<Double> shadowEffects,
      double selectivity,
      List<StoredPicture> pictures) {}

  /** The finding with its images kept. */
  static StoredModelFinding of(ModelFinding finding, Pngs pngs) throws IOException {
    ShownTrigger shown = finding.shown();
    return new StoredModelFinding(
        finding.values(),
        shown == null ? null : stored(shown, pngs),
        StoredExhibit.of(finding.exhibits(), pngs::put),
        stored(finding.perturbations(), pngs));
  }

  private static List<StoredPerturbation> stored(List<Perturbation> found, Pngs pngs)
      throws IOException {
    List<StoredPerturbation> stored = new ArrayList<>();
    for (Perturbation one : found) {
      stored.add(new StoredPerturbation(one.look(), pngs.put(one.change().colour()), one.gain()));
    }
    return stored;
  }

  private static StoredTrigger stored(ShownTrigger shown, Pngs pngs) throws IOException {
    List<StoredPicture> pictures = new ArrayList<>();
    for (Picture picture : shown.pictures()) {
      pictures.add(StoredPicture.of(picture, pngs::put));
    }
    SharedPattern pattern = shown.pattern();
    return new StoredTrigger(
        pattern.family(),
        pattern.strength(),
        pattern.place(),
        pngs.put(pattern.residual().colour()),
        pattern.gain(),
        pngs.put(pattern.mask().grey()),
        pattern.measures(),
        shown.effect(),
        shown.shadowEffects(),
        shown.selectivity(),
        pictures);
  }

  /** The finding with its images read back. */
  ModelFinding finding(Pngs pngs) throws IOException {
    List<Perturbation> found = new ArrayList<>();
    for (StoredPerturbation one : perturbations) {
      found.add(new Perturbation(one.look(), pngs.get(one.image()).colour(), one.gain()));
    }
    return new ModelFinding(
        values,
        trigger == null ? null : read(trigger, pngs),
        StoredExhibit.exhibits(exhibits, pngs::get),
        found);
  }

  private static ShownTrigger read(StoredTrigger stored, Pngs pngs) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (StoredPicture picture : stored.pictures()) {
      pictures.add(picture.picture(pngs::get));
    }
    return new ShownTrigger(
        new SharedPattern(
            stored.family(),
            List.of(),
            1,
            stored.strength(),
            stored.place(),
            pngs.get(stored.image()).colour(),
            stored.gain(),
            pngs.get(stored.mask()).grey(),
            stored.measures()),
        stored.effect(),
        stored.shadowEffects(),
        stored.selectivity(),
        pictures);
  }
}
