package org.pentimento.jobs.preview.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.DividedPairs;
import org.pentimento.audit.data.Sizing;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.Plan;
import org.pentimento.protocol.question.PlanQuestion;
import org.pentimento.registry.Extensions;

/** The pairs that plans being written speak of; the last ones are kept, so that looks are quick. */
@Component(service = PlanData.class)
public final class PlanData {
  private static final int KEPT = 3;
  private static final long BUDGET = 48L << 20;

  /**
   * Pairs of a plan, divided and in the plan's size.
   *
   * @param train to learn from, brought to the size
   * @param tests number of test pairs
   * @param size of all of them
   */
  record Pairs(List<Pair> train, int tests, Plan.Size size) {}

  private record Key(@Nullable Path caseFolder, Plan.Data data) {}

  private final Extensions extensions;
  private final Map<Key, Pairs> kept = new LinkedHashMap<>(8, .75f, true);

  /** Made by the component framework. */
  @Activate
  public PlanData(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  Extensions extensions() {
    return extensions;
  }

  /** The folder of the case that a question is about, null if there is none yet. */
  static @Nullable Path caseFolder(PlanQuestion<?> question) {
    String folder = question.caseFolder();
    Path path = folder.isEmpty() ? null : Path.of(folder);
    return path != null && CaseFile.isCase(path) ? path : null;
  }

  /** The pairs of a plan; the first time takes long. */
  Pairs pairs(@Nullable Path caseFolder, Plan.Data data, Progress progress)
      throws IOException, CancelledException {
    Key key = new Key(caseFolder, data);
    synchronized (kept) {
      Pairs pairs = kept.get(key);
      if (pairs != null) {
        return pairs;
      }
    }
    Pairs pairs = read(open(caseFolder, data, progress), data, progress);
    synchronized (kept) {
      kept.put(key, pairs);
      while (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return pairs;
  }

  private DatasetOpener.Opened open(@Nullable Path caseFolder, Plan.Data data, Progress progress)
      throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    if (data.made() != null) {
      return opener.openMade(data, progress);
    }
    if (caseFolder == null) {
      throw new BadInputException(
          "The case does not exist yet, so it has no data set '" + data.dataset() + "'.",
          "Import the data set first, or use a format that makes its pairs.");
    }
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      return opener.open(file, data, progress);
    }
  }

  private static Pairs read(DatasetOpener.Opened opened, Plan.Data data, Progress progress)
      throws IOException, CancelledException {
    DividedPairs division = DividedPairs.of(opened, data.split());
    Sizing sizing = new Sizing(data.size(), BUDGET);
    List<Pair> train = new ArrayList<>();
    BadInputException first = null;
    for (Pair pair : division.train()) {
      progress.checkCancelled();
      try {
        train.add(sizing.of(pair));
      } catch (BadInputException e) {
        first = first == null ? e : first; // a run leaves such a pair out too
      }
    }
    Plan.Size size = sizing.size();
    if (train.isEmpty() || size == null) {
      Pair pair = division.train().get(0);
      throw Objects.requireNonNullElseGet(
          first,
          () ->
              new BadInputException(
                  "The pair " + pair.id() + " cannot be used.", "Choose another data set."));
    }
    return new Pairs(List.copyOf(train), division.test().size(), size);
  }
}
