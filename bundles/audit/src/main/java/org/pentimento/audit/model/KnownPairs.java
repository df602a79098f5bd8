package org.pentimento.audit.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;

/**
 * Pairs with a true sketch on which a model is tried.
 *
 * @param dataset name of their data set in the case; of the format that made them if it is in none
 * @param pairs a few
 */
public record KnownPairs(String dataset, List<Pair> pairs) {
  private static final int MOST = 6;

  /** Keeps a copy. */
  public KnownPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * A few pairs, evenly spread over a data set of the case; if it has none, pairs that an installed
   * format makes.
   *
   * @param dataset name in the case, null for the first
   */
  public static KnownPairs of(
      @Nullable CaseFile caseFile,
      @Nullable String dataset,
      Extensions extensions,
      Progress progress)
      throws IOException, CancelledException {
    if (caseFile != null) {
      String name = dataset;
      if (name == null && !caseFile.datasets().isEmpty()) {
        name = caseFile.datasets().stream().map(DatasetRecord::name).findFirst().orElse(null);
      }
      if (name != null) {
        return new KnownPairs(
            name, some(new DatasetOpener(extensions).open(caseFile, name, progress).pairs()));
      }
    }
    for (DatasetFormat format : extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class)) {
      if (OneOfMany.ask(() -> Optional.of(format.makesItsPairs()), progress::note).orElse(false)) {
        Map<String, Integer> few =
            format.descriptor().parameter("count").isPresent() ? Map.of("count", MOST) : Map.of();
        return new KnownPairs(
            format.descriptor().name(),
            some(format.open(null, Settings.of(format.descriptor(), few), progress).pairs()));
      }
    }
    throw new BadInputException(
        "There are no pairs to try the model on.", "Import a data set into the case first.");
  }

  private static List<Pair> some(List<Pair> pairs) throws BadInputException {
    if (pairs.isEmpty()) {
      throw new BadInputException(
          "The data set to try the model on is empty.", "Name another one with --dataset.");
    }
    int step = Math.max(1, pairs.size() / MOST);
    return IntStream.range(0, Math.min(MOST, pairs.size()))
        .mapToObj(i -> pairs.get(i * step))
        .toList();
  }
}
