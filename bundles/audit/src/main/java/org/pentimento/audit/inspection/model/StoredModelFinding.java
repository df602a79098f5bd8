package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.audit.image.Pngs;

/** A finding as a blob, its images as the SHA-256 of their PNGs. */
record StoredModelFinding(
    List<ModelFinding.Value> values,
    @Nullable StoredTrigger trigger,
    List<StoredExhibit> exhibits) {

  /** A {@link Picture}. */
  record StoredPicture(String caption, String image) {}

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

  /** An {@link Exhibit}, of whatever kind: only one of the components is there. */
  record StoredExhibit(
      @Nullable StoredPicture picture,
      Exhibit.@Nullable Table table,
      Exhibit.@Nullable Curve curve) {}

  /** The finding with its images kept. */
  static StoredModelFinding of(ModelFinding finding, Pngs pngs) throws IOException {
    ShownTrigger shown = finding.shown();
    List<StoredExhibit> exhibits = new ArrayList<>();
    for (Exhibit exhibit : finding.exhibits()) {
      if (exhibit instanceof Picture picture) {
        exhibits.add(new StoredExhibit(stored(picture, pngs), null, null));
      } else if (exhibit instanceof Exhibit.Table table) {
        exhibits.add(new StoredExhibit(null, table, null));
      } else if (exhibit instanceof Exhibit.Curve curve) {
        exhibits.add(new StoredExhibit(null, null, curve));
      }
    }
    return new StoredModelFinding(
        finding.values(), shown == null ? null : stored(shown, pngs), exhibits);
  }

  private static StoredTrigger stored(ShownTrigger shown, Pngs pngs) throws IOException {
    List<StoredPicture> pictures = new ArrayList<>();
    for (Picture picture : shown.pictures()) {
      pictures.add(stored(picture, pngs));
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

  private static StoredPicture stored(Picture picture, Pngs pngs) throws IOException {
    return new StoredPicture(picture.caption(), pngs.put(picture.image()));
  }

  /** The finding with its images read back. */
  ModelFinding finding(Pngs pngs) throws IOException {
    List<Exhibit> shown = new ArrayList<>();
    for (StoredExhibit exhibit : exhibits) {
      if (exhibit.picture() != null) {
        shown.add(read(exhibit.picture(), pngs));
      } else if (exhibit.table() != null) {
        shown.add(exhibit.table());
      } else if (exhibit.curve() != null) {
        shown.add(exhibit.curve());
      }
    }
    return new ModelFinding(values, trigger == null ? null : read(trigger, pngs), shown);
  }

  private static ShownTrigger read(StoredTrigger stored, Pngs pngs) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (StoredPicture picture : stored.pictures()) {
      pictures.add(read(picture, pngs));
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

  private static Picture read(StoredPicture stored, Pngs pngs) throws IOException {
    return new Picture(stored.caption(), pngs.get(stored.image()));
  }
}
