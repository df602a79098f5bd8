package org.pentimento.workbench.dataset.thumbnail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.question.DatasetQuestion.MadeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.MakeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.ThumbnailOutcome;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.preview.Previews;

/**
 * Compares all pairs of a data set with one of them, in the background. The first time each pair
 * has to be looked at, which takes long for a large data set; what was looked at is kept, also when
 * the job is cancelled.
 */
public final class SimilarityJob extends Job {
  private static final int SIDE = 32;
  private static final int BATCH = 48;
  private static final int ASKED_AT_ONCE = 3;

  private final DatasetCache cache;
  private final Previews previews;
  private final DatasetContents contents;
  private final int number;
  private final Display display;
  private final Consumer<Map<String, Double>> done;

  /** Pairs that the preview process was asked for. */
  private record Asked(List<Integer> numbers, CompletableFuture<MadeThumbnails> answer) {}

  /**
   * A comparison.
   *
   * @param number of the pair that the others are compared with
   * @param done gets the distances by id of the pair, in the display's thread; pairs whose pictures
   *     cannot be read are missing
   */
  public SimilarityJob(
      DatasetCache cache,
      Previews previews,
      DatasetContents contents,
      int number,
      Display display,
      Consumer<Map<String, Double>> done) {
    super("Comparing the pairs of " + contents.record().name());
    this.cache = cache;
    this.previews = previews;
    this.contents = contents;
    this.number = number;
    this.display = display;
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Path folder = cache.folder(contents.record().digest());
      FeatureFile features = FeatureFile.read(folder, contents.pairs());
      List<Integer> missing = new ArrayList<>();
      for (int i = 0; i < contents.pairs(); i++) {
        if (!features.has(i)) {
          missing.add(i);
        }
      }
      if (!missing.isEmpty()) {
        try {
          look(missing, features, folder, SubMonitor.convert(monitor, missing.size()));
        } finally {
          features.write();
        }
      }
      Map<String, Double> distances = distances(features);
      if (!display.isDisposed()) {
        display.asyncExec(() -> done.accept(distances));
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException e) {
      return Status.warning("The pairs cannot be compared: " + e.getMessage(), e);
    }
  }

  private Map<String, Double> distances(FeatureFile features) {
    Map<String, Double> distances = new HashMap<>(contents.pairs() * 2);
    if (features.has(number)) {
      for (int i = 0; i < contents.pairs(); i++) {
        if (features.has(i)) {
          distances.put(
              contents.items().get(i).id(), PairFeature.distance(features.all(), number, i));
        }
      }
    }
    return distances;
  }

  /** Takes the pictures that the gallery keeps, and asks the preview process for the others. */
  private void look(List<Integer> missing, FeatureFile features, Path folder, SubMonitor progress)
      throws IOException {
    List<Integer> open = kept(missing, features, folder, progress);
    Deque<Asked> asked = new ArrayDeque<>();
    int next = 0;
    while (next < open.size() || !asked.isEmpty()) {
      while (next < open.size() && asked.size() < ASKED_AT_ONCE) {
        List<Integer> batch = open.subList(next, Math.min(open.size(), next + BATCH));
        next += batch.size();
        List<String> ids = batch.stream().map(i -> contents.items().get(i).id()).toList();
        asked.add(new Asked(batch, previews.ask(new MakeThumbnails(contents.named(), ids, SIDE))));
      }
      Asked first = asked.remove();
      List<ThumbnailOutcome> outcomes = Previews.await(first.answer(), progress).pairs();
      for (int i = 0; i < first.numbers().size() && i < outcomes.size(); i++) {
        PairPictures pictures = outcomes.get(i).pictures();
        if (pictures != null) {
          features.put(first.numbers().get(i), PairFeature.of(pictures));
        }
      }
      worked(progress, first.numbers().size(), next);
    }
  }

  private void worked(SubMonitor progress, int more, int looked) {
    progress.worked(more);
    progress.subTask("%,d of %,d pairs".formatted(looked, contents.pairs()));
  }

  /** Those of some pairs whose pictures the gallery has not kept. */
  private List<Integer> kept(
      List<Integer> missing, FeatureFile features, Path folder, SubMonitor progress) {
    List<Integer> open = new ArrayList<>();
    try (ThumbnailStore store = ThumbnailStore.open(folder, ThumbnailReader.SIDE)) {
      for (int i : missing) {
        progress.checkCanceled();
        PairPictures pictures = store.read(i);
        if (pictures == null) {
          open.add(i);
        } else {
          features.put(i, PairFeature.of(pictures));
          progress.worked(1);
        }
      }
      return open;
    } catch (IOException e) {
      return missing.stream().filter(i -> !features.has(i)).toList();
    }
  }
}
