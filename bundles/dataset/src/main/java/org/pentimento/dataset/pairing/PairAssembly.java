package org.pentimento.dataset.pairing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.image.ImageSource;
import org.pentimento.dataset.codec.header.ImageHeader;
import org.pentimento.dataset.listing.StoredFile;

/**
 * Makes pairs out of candidates. The header of every file is read, several at a time; a pair with a
 * file that is no image, or with images of unlike size whose eye centres are unknown, is skipped
 * with the reason. Images of unlike size with known eye centres are aligned.
 */
public final class PairAssembly {
  private final ImageCodec codec;
  private final Progress progress;

  /** Makes an assembly whose pairs are decoded by the codec. */
  public PairAssembly(ImageCodec codec, Progress progress) {
    this.codec = codec;
    this.progress = progress;
  }

  /**
   * Reads the headers of all candidates and makes pairs of those that are in order.
   *
   * @param skipped what was skipped before
   */
  public Dataset assemble(List<PairCandidate> candidates, List<Skipped> skipped)
      throws IOException, CancelledException {
    List<Outcome> outcomes =
        ParallelMap.apply(candidates, this::check, "Looking at the images", progress);
    List<Pair> pairs = new ArrayList<>();
    List<Skipped> left = new ArrayList<>(skipped);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < outcomes.size(); i++) {
      PairCandidate candidate = candidates.get(i);
      Outcome outcome = outcomes.get(i);
      if (outcome.pair == null) {
        left.addAll(outcome.skipped);
      } else if (ids.add(candidate.id())) {
        pairs.add(outcome.pair);
      } else {
        String reason =
            "Another photo has the same path but for its ending: " + candidate.id() + ".";
        left.add(new Skipped(candidate.photo().path(), reason));
        left.add(new Skipped(candidate.sketch().path(), reason));
      }
    }
    left.sort(Comparator.comparing(Skipped::file));
    return new Dataset(pairs, left);
  }

  private record Outcome(@Nullable Pair pair, List<Skipped> skipped) {}

  private Outcome check(PairCandidate candidate) {
    List<Skipped> skipped = new ArrayList<>(2);
    ImageHeader photo = header(candidate.photo(), skipped);
    ImageHeader sketch = header(candidate.sketch(), skipped);
    if (photo == null || sketch == null) {
      if (photo != null) {
        skipped.add(leftAlone(candidate.photo(), candidate.sketch()));
      } else if (sketch != null) {
        skipped.add(leftAlone(candidate.sketch(), candidate.photo()));
      }
      return new Outcome(null, skipped);
    }
    if (candidate.photoEyes() != null && candidate.sketchEyes() != null) {
      return new Outcome(
          pair(
              candidate,
              EyeAlignment.STANDARD_EYES,
              new EyeAlignment(candidate.photoEyes()).of(candidate.photo().source(codec)),
              new EyeAlignment(candidate.sketchEyes()).of(candidate.sketch().source(codec))),
          List.of());
    }
    if (photo.width() != sketch.width() || photo.height() != sketch.height()) {
      String sizes =
          photo.width() + "x" + photo.height() + " and " + sketch.width() + "x" + sketch.height();
      String reason = "Photo and sketch are of unlike size, " + sizes + " pixels.";
      skipped.add(new Skipped(candidate.photo().path(), reason));
      skipped.add(new Skipped(candidate.sketch().path(), reason));
      return new Outcome(null, skipped);
    }
    return new Outcome(
        pair(
            candidate,
            candidate.photoEyes(),
            candidate.photo().source(codec),
            candidate.sketch().source(codec)),
        List.of());
  }

  private static Pair pair(
      PairCandidate candidate,
      org.pentimento.api.image.@Nullable Eyes eyes,
      ImageSource photo,
      ImageSource sketch) {
    return new Pair(
        candidate.id(),
        candidate.identity(),
        candidate.split(),
        candidate.attributes(),
        eyes,
        photo,
        DerivedImage.grey(sketch));
  }

  private static Skipped leftAlone(StoredFile file, StoredFile partner) {
    return new Skipped(file.path(), "Its partner " + partner.path() + " cannot be used.");
  }

  /** The header of a file; null, with the reason added to {@code skipped}, if it has none. */
  private static @Nullable ImageHeader header(StoredFile file, List<Skipped> skipped) {
    try {
      return file.header();
    } catch (BadInputException e) {
      skipped.add(new Skipped(file.path(), e.getMessage() + " " + e.remedy()));
    } catch (IOException e) {
      skipped.add(new Skipped(file.path(), "It cannot be read: " + e.getMessage() + "."));
    }
    return null;
  }
}
