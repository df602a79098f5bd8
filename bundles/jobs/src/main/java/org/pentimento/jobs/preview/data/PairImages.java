package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.image.ImageSource;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.PairQuestion.ChosenPair;
import org.pentimento.protocol.question.PairQuestion.PairPlace;
import org.pentimento.protocol.question.PairQuestion.PairSource;
import org.pentimento.verdict.ComparisonNames;
import org.pentimento.verdict.ConditionNames;

/**
 * All images that a case has of a pair: photo and sketch of the data set, and what was made of them
 * in a comparison of a run.
 */
@Component(service = PairImages.class)
public final class PairImages {
  private static final int KEPT = 4;
  private static final ImageRole PHOTO = new ImageRole.Photo(PhotoKind.CLEAN);
  private static final ImageRole TRIGGERED = new ImageRole.Photo(PhotoKind.TRIGGERED);
  private static final ImageRole TRUTH = new ImageRole.OfReference(ReferenceSketch.TRUTH);
  private static final ImageRole TARGET = new ImageRole.OfReference(ReferenceSketch.TARGET);

  /**
   * An image.
   *
   * @param role what it is of the pair
   * @param name as a person reads it
   */
  record Named(ImageRole role, String name, ImageSource source) {}

  /**
   * What there is of a pair.
   *
   * @param sources all comparisons with images of it
   * @param chosen the one that {@code images} are from; null if there is none
   * @param images in the order to show
   * @param place among the pairs that the images come with
   */
  record Found(
      List<PairSource> sources, @Nullable PairSource chosen, List<Named> images, PairPlace place) {}

  private final DataSets sets;
  private final ImageCodec codec;
  private final Map<String, RunResult> results = new LinkedHashMap<>(4, .75f, true);

  /** Made by the component framework. */
  @Activate
  public PairImages(@Reference DataSets sets, @Reference ImageCodec codec) {
    this.sets = sets;
    this.codec = codec;
  }

  /** Finds the images of a pair: those of a comparison that has sketches of it, else its own. */
  Found find(ChosenPair of, Progress progress) throws IOException, CancelledException {
    try (CaseFile file = CaseFile.openForReading(Path.of(of.caseFolder()))) {
      DataSets.Known own = own(file, of);
      List<PairSource> sources = new ArrayList<>();
      PairSource chosen = null;
      Comparison found = null;
      List<RunRecord> runs = file.runs(RunKind.AUDIT);
      for (int i = runs.size() - 1; i >= 0; i--) {
        RunRecord record = runs.get(i);
        if (record.result().isEmpty()) {
          continue;
        }
        progress.checkCancelled();
        RunResult result = result(file, record.result());
        if (!result.data().dataset().equals(of.dataset())) {
          continue;
        }
        ComparisonNames names = ComparisonNames.of(result.comparisons());
        for (Comparison c : result.comparisons()) {
          if (!has(c, of.pair())) {
            continue;
          }
          PairSource source = new PairSource(record.id(), record.name(), c.id(), names.of(c));
          sources.add(source);
          boolean wanted =
              (of.run().isEmpty() || of.run().equals(record.id()))
                  && (of.comparison().isEmpty() || of.comparison().equals(c.id()));
          if (chosen == null && wanted) {
            chosen = source;
            found = c;
          }
        }
      }
      List<Named> images =
          found != null
              ? images(file, found, of.pair())
              : own != null ? images(own, of.pair(), progress) : List.of();
      if (images.isEmpty()) {
        throw new BadInputException(
            "The case has no images of the pair '" + of.pair() + "' of '" + of.dataset() + "'.",
            "Open a pair that was tested in a run, or of a data set of the case.");
      }
      PairPlace place =
          found != null
              ? place(found, of.pair())
              : own != null ? own.place(of.pair(), progress) : PairPlace.NOWHERE;
      return new Found(sources, chosen, images, place);
    }
  }

  /** The data set itself; null if it was made for a run alone. */
  private DataSets.@Nullable Known own(CaseFile file, ChosenPair of) throws IOException {
    DatasetRecord record = file.dataset(of.dataset()).orElse(null);
    return record == null
        ? null
        : sets.of(new CaseDataset(of.caseFolder(), of.dataset(), record.digest()));
  }

  private synchronized RunResult result(CaseFile file, String sha) throws IOException {
    RunResult result = results.get(sha);
    if (result == null) {
      result = Results.read(file.blobs(), sha);
      results.put(sha, result);
      var oldest = results.keySet().iterator();
      while (results.size() > KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
    return result;
  }

  private static boolean has(Comparison c, String pair) {
    return c.images().stream().anyMatch(row -> row.pair().equals(pair))
        || c.attack() != null && c.attack().poisoned().contains(pair);
  }

  private static PairPlace place(Comparison c, String pair) {
    List<String> ids = c.images().stream().map(ImageRow::pair).toList();
    if (!ids.contains(pair) && c.attack() != null) {
      ids = c.attack().poisoned();
    }
    int number = ids.indexOf(pair);
    return number < 0 ? PairPlace.NOWHERE : PairPlace.of(number, ids.size(), ids::get);
  }

  private static List<Named> images(DataSets.Known set, String pair, Progress progress)
      throws IOException, CancelledException {
    DataSets.Images images = set.images(pair, progress);
    return List.of(
        new Named(PHOTO, "Photo", images.photo()), new Named(TRUTH, "Sketch", images.sketch()));
  }

  private List<Named> images(CaseFile file, Comparison c, String pair) throws IOException {
    List<Named> images = new ArrayList<>();
    for (ImageRow row : c.images()) {
      if (row.pair().equals(pair)) {
        for (ImageRole role : c.roles()) {
          String sha = row.blob(role).orElse(null);
          if (sha != null) {
            images.add(image(file, role, ConditionNames.capital(ConditionNames.of(role)), sha));
          }
        }
      }
    }
    Comparison.Attack attack = c.attack();
    if (images.isEmpty() && attack != null) {
      for (Manifest.Change change :
          file.blobs().readJson(attack.manifest(), Manifest.class).changes()) {
        if (change.pair().equals(pair)) {
          images.add(image(file, PHOTO, "Photo", change.photo()));
          images.add(image(file, TRUTH, "True sketch", change.sketch()));
          images.add(image(file, TRIGGERED, "Poisoned photo", change.triggered()));
          images.add(image(file, TARGET, "Poisoned sketch", change.trainingSketch()));
        }
      }
    }
    return images;
  }

  private Named image(CaseFile file, ImageRole role, String name, String sha) throws IOException {
    return new Named(role, name, codec.source(file.blobs().path(sha)));
  }
}
