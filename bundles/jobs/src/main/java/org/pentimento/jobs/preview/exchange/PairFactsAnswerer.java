package org.pentimento.jobs.preview.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.ListedFile;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PairQuestion.DescribePair;
import org.pentimento.protocol.question.PairQuestion.PairFact;
import org.pentimento.protocol.question.PairQuestion.PairFacts;
import org.pentimento.registry.Extensions;

/**
 * Collects the facts of a pair. The data set that was asked about last is kept, so that going from
 * pair to pair is quick.
 */
@Component(service = Answerer.class)
public final class PairFactsAnswerer implements Answerer<DescribePair, PairFacts> {
  private final Extensions extensions;
  private @Nullable Opened last;

  /** Made by the component framework. */
  @Activate
  public PairFactsAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  private record Opened(
      String caseFolder,
      String digest,
      Path root,
      Map<String, Pair> pairs,
      Map<String, ListedFile> files) {}

  @Override
  public Class<DescribePair> question() {
    return DescribePair.class;
  }

  @Override
  public PairFacts answer(DescribePair question, Progress progress)
      throws IOException, CancelledException {
    String name = question.dataset();
    String id = question.pair();
    Opened opened = opened(question.caseFolder(), name, progress);
    if (opened == null) {
      return new PairFacts(
          List.of(
              new PairFact("Pair", id),
              new PairFact("Data set", name + ", made for a run; its pairs have no files"),
              new PairFact("How it was made", "the run's plan says so, to the bit")));
    }
    Pair pair = opened.pairs().get(id);
    if (pair == null) {
      throw new BadInputException(
          "The data set '" + name + "' has no pair " + id + ".",
          "Check that its files are those that were imported.");
    }
    List<PairFact> facts = new ArrayList<>();
    fact(facts, "Pair", pair.id());
    fact(facts, "Person", pair.identity());
    fact(facts, "Meant for", meaning(pair));
    pair.eyes()
        .ifPresent(
            e ->
                fact(
                    facts,
                    "Eyes",
                    String.format(
                        Locale.ROOT,
                        "left (%.1f, %.1f), right (%.1f, %.1f)",
                        e.left().x(),
                        e.left().y(),
                        e.right().x(),
                        e.right().y())));
    pair.attributes().forEach((key, value) -> fact(facts, key, value));
    image(facts, "Photo", pair.photo(), opened);
    image(facts, "Sketch", pair.sketch(), opened);
    return new PairFacts(facts);
  }

  private boolean isMade(String name) {
    return extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class).stream()
        .anyMatch(f -> f.descriptor().id().equals(name) && f.makesItsPairs());
  }

  private static String meaning(Pair pair) {
    return switch (pair.split()) {
      case TRAIN -> "training";
      case TEST -> "testing";
      case NONE -> "the data set does not say";
    };
  }

  private static void image(List<PairFact> facts, String label, ImageSource source, Opened opened) {
    Path file = source.file().orElse(null);
    if (file != null) {
      fact(facts, label + " file", file.toString());
      ListedFile listed =
          file.startsWith(opened.root())
              ? opened.files().get(opened.root().relativize(file).toString().replace('\\', '/'))
              : null;
      if (listed != null) {
        fact(facts, label + " SHA-256", listed.sha256());
        fact(facts, label + " file size", listed.size() + " bytes");
      }
    }
    try {
      Image image = source.decode();
      fact(
          facts,
          label + " size",
          image.width()
              + " × "
              + image.height()
              + " pixels, "
              + (image.planes() == 1 ? "grey" : "colour"));
    } catch (IOException e) {
      fact(facts, label, "cannot be decoded: " + e.getMessage());
    }
  }

  private static void fact(List<PairFact> facts, String label, String value) {
    facts.add(new PairFact(label, value));
  }

  /** Null if the pairs were made for a run by a format of this name. */
  private synchronized @Nullable Opened opened(String caseFolder, String name, Progress progress)
      throws IOException, CancelledException {
    try (CaseFile file = CaseFile.openForReading(Path.of(caseFolder))) {
      DatasetRecord record = file.dataset(name).orElse(null);
      if (record == null && isMade(name)) {
        return null;
      }
      if (record == null) {
        throw new BadInputException(
            "The case " + caseFolder + " has no data set '" + name + "'.",
            "It may have been made by an extension that is not installed here.");
      }
      Opened present = last;
      if (present != null
          && present.caseFolder().equals(caseFolder)
          && present.digest().equals(record.digest())) {
        return present;
      }
      DatasetFormat format =
          extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, record.format());
      Settings settings = Settings.of(format.descriptor(), record.settings());
      Path root = file.datasetRoot(record).orElse(Path.of(record.root())).toAbsolutePath();
      Map<String, ListedFile> files = new HashMap<>();
      if (!record.listing().isEmpty()) {
        file.blobs()
            .readJson(record.listing(), FileListing.class)
            .files()
            .forEach(f -> files.put(f.path(), f));
      }
      Map<String, Pair> pairs = new HashMap<>();
      format
          .open(format.makesItsPairs() ? null : root, settings, progress)
          .pairs()
          .forEach(p -> pairs.put(p.id(), p));
      Path real = format.makesItsPairs() ? root : root.toRealPath();
      Opened created = new Opened(caseFolder, record.digest(), real, pairs, files);
      last = created;
      return created;
    }
  }
}
