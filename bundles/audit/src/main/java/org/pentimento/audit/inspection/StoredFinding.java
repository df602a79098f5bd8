package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.inspection.StoredExhibit.StoredPicture;

/**
 * A finding as a blob, its images as the SHA-256 of their PNGs. The components are those of {@link
 * DatasetFinding}.
 */
record StoredFinding(
    List<StoredPair> pairs,
    double p,
    List<StoredPattern> patterns,
    List<StoredExhibit> exhibits,
    List<DatasetFinding.Remedy> remedies) {

  /** A {@link PairFinding}. */
  record StoredPair(
      double score,
      double p,
      List<PairFinding.Reason> reasons,
      List<PairFinding.Quality> qualities,
      List<StoredPicture> pictures) {}

  /** A {@link SharedPattern}; its residual is the image. */
  record StoredPattern(
      SharedPattern.Family family,
      List<Integer> members,
      double p,
      double strength,
      SharedPattern.@Nullable Place place,
      String image,
      double gain,
      String mask,
      SharedPattern.Measures measures) {}

  /** The finding with its images kept. */
  static StoredFinding of(DatasetFinding finding, ImageKeeper put) throws IOException {
    List<StoredPair> pairs = new ArrayList<>();
    for (PairFinding pair : finding.pairs()) {
      List<StoredPicture> pictures = new ArrayList<>();
      for (Exhibit.Picture picture : pair.pictures()) {
        pictures.add(StoredPicture.of(picture, put));
      }
      pairs.add(new StoredPair(pair.score(), pair.p(), pair.reasons(), pair.qualities(), pictures));
    }
    List<StoredPattern> patterns = new ArrayList<>();
    for (SharedPattern pattern : finding.patterns()) {
      patterns.add(
          new StoredPattern(
              pattern.family(),
              pattern.members(),
              pattern.p(),
              pattern.strength(),
              pattern.place(),
              put.put(pattern.residual().colour()),
              pattern.gain(),
              put.put(pattern.mask().grey()),
              pattern.measures()));
    }
    return new StoredFinding(
        pairs,
        finding.p(),
        patterns,
        StoredExhibit.of(finding.exhibits(), put),
        finding.remedies());
  }

  /** The finding with its images read back. */
  DatasetFinding finding(KeptImages get) throws IOException {
    List<PairFinding> read = new ArrayList<>();
    for (StoredPair pair : pairs) {
      List<Exhibit.Picture> pictures = new ArrayList<>();
      for (StoredPicture picture : pair.pictures()) {
        pictures.add(picture.picture(get));
      }
      read.add(new PairFinding(pair.score(), pair.p(), pair.reasons(), pair.qualities(), pictures));
    }
    List<SharedPattern> shared = new ArrayList<>();
    for (StoredPattern pattern : patterns) {
      shared.add(
          new SharedPattern(
              pattern.family(),
              pattern.members(),
              pattern.p(),
              pattern.strength(),
              pattern.place(),
              get.get(pattern.image()).colour(),
              pattern.gain(),
              get.get(pattern.mask()).grey(),
              pattern.measures()));
    }
    return new DatasetFinding(read, p, shared, StoredExhibit.exhibits(exhibits, get), remedies);
  }

  /** A finding as it would be after it was kept and read back. */
  static DatasetFinding rounded(DatasetFinding finding) throws IOException {
    List<Image> images = new ArrayList<>();
    return of(
            finding,
            image -> {
              images.add(EightBit.round(image));
              return Integer.toString(images.size() - 1);
            })
        .finding(number -> images.get(Integer.parseInt(number)));
  }
}
