package org.pentimento.workbench.dataset.thumbnail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.question.DatasetQuestion.MadeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.MakeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.ThumbnailOutcome;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.preview.Previews;

/**
 * Reads small pictures in a thread of its own: from the disk, or else by the preview process, whose
 * pictures it then keeps on disk. Each pair is delivered once, until it is forgotten. To be used
 * from any one thread.
 */
final class ThumbnailReader {
  /** The longest side of the pictures, in pixels. */
  static final int SIDE = 128;

  private static final int BATCH = 12;
  private static final int ASKED_AT_ONCE = 3;

  /**
   * What became of a pair.
   *
   * @param number of the pair
   * @param thumbnail its pictures, null if it cannot be shown
   * @param problem why it cannot be shown, or empty
   */
  record Arrived(int number, @Nullable PairPictures thumbnail, String problem) {}

  private final DatasetCache cache;
  private final Previews previews;
  private final DatasetContents contents;
  private final Consumer<Arrived> deliver;
  private final ExecutorService reader =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread = new Thread(work, "thumbnails");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy()); // answers that come after the end

  // Between the threads.
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile int[] wanted = {};
  private volatile boolean ended;

  // In the reader's thread.
  private final Set<Integer> known = new HashSet<>();
  private int asked;
  private @Nullable ThumbnailStore store;

  /**
   * Opens the pictures on disk.
   *
   * @param deliver called in the reader's thread
   */
  ThumbnailReader(
      DatasetCache cache, Previews previews, DatasetContents contents, Consumer<Arrived> deliver) {
    this.cache = cache;
    this.previews = previews;
    this.contents = contents;
    this.deliver = deliver;
    reader.execute(this::openStore);
  }

  private void openStore() {
    try {
      store = ThumbnailStore.open(cache.folder(contents.record().digest()), SIDE);
    } catch (IOException | LinkageError e) { // a library that cannot be loaded, say
      log().warn("Small pictures are not kept on disk", e);
    }
  }

  private static ILog log() {
    return ILog.of(ThumbnailReader.class);
  }

  /** Says which pairs are to be read, the most urgent first; earlier wishes are dropped. */
  void want(int[] numbers) {
    wanted = numbers;
    if (numbers.length > 0) {
      schedule();
    }
  }

  /** Delivers these pairs again when they are wanted. */
  void forget(Collection<Integer> numbers) {
    List<Integer> copy = List.copyOf(numbers);
    reader.execute(() -> known.removeAll(copy));
  }

  /** Delivers all pairs again when they are wanted. */
  void forgetAll() {
    reader.execute(known::clear);
  }

  /** Ends the thread; nothing is delivered any more. */
  void close() {
    ended = true;
    reader.execute(
        () -> {
          ThumbnailStore open = store;
          if (open != null) {
            close(open);
          }
        });
    reader.shutdown();
  }

  private void schedule() {
    if (!ended && reading.compareAndSet(false, true)) {
      reader.execute(this::read);
    }
  }

  /** Takes the wanted pictures from the disk, and asks for some of those that are not there. */
  private void read() {
    reading.set(false);
    int[] now = wanted;
    List<Integer> missing = new ArrayList<>();
    for (int number : now) {
      if (ended || now != wanted) {
        schedule();
        return;
      }
      if (known.contains(number)) {
        continue;
      }
      PairPictures thumbnail = kept(number);
      if (thumbnail != null) {
        known.add(number);
        deliver(new Arrived(number, thumbnail, ""));
      } else {
        missing.add(number);
        if (missing.size() == BATCH && asked < ASKED_AT_ONCE) {
          ask(missing);
          missing = new ArrayList<>();
        }
      }
    }
    if (!missing.isEmpty() && asked < ASKED_AT_ONCE) {
      ask(missing.subList(0, Math.min(BATCH, missing.size())));
    }
  }

  private void deliver(Arrived one) {
    if (!ended) {
      deliver.accept(one);
    }
  }

  private @Nullable PairPictures kept(int number) {
    ThumbnailStore open = store;
    if (open == null) {
      return null;
    }
    try {
      return open.read(number);
    } catch (IOException e) {
      return null; // is asked for again
    }
  }

  private void ask(List<Integer> numbers) {
    List<Integer> batch = List.copyOf(numbers);
    known.addAll(batch);
    asked++;
    List<String> ids = batch.stream().map(number -> contents.items().get(number).id()).toList();
    previews
        .ask(new MakeThumbnails(contents.named(), ids, SIDE))
        .whenComplete(
            (answer, problem) -> {
              if (!ended) {
                reader.execute(() -> answered(batch, answer, problem));
              }
            });
  }

  private void answered(
      List<Integer> batch, @Nullable MadeThumbnails answer, @Nullable Throwable problem) {
    asked--;
    if (answer == null) {
      String why =
          problem instanceof BadInputException bad
              ? bad.getMessage() + " " + bad.remedy()
              : "The preview process does not answer.";
      batch.forEach(number -> deliver(new Arrived(number, null, why)));
      return;
    }
    Map<Integer, PairPictures> made = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      ThumbnailOutcome one =
          i < answer.pairs().size()
              ? answer.pairs().get(i)
              : new ThumbnailOutcome(null, "It was not answered.");
      PairPictures pictures = one.pictures();
      deliver(new Arrived(batch.get(i), pictures, one.problem()));
      if (pictures != null) {
        made.put(batch.get(i), pictures);
      }
    }
    keep(made);
    schedule();
  }

  private void keep(Map<Integer, PairPictures> made) {
    ThumbnailStore open = store;
    if (open == null) {
      return;
    }
    try {
      open.write(made);
    } catch (IOException e) {
      store = null; // a full disk, say: the gallery does without
      log().warn("Small pictures are no longer kept on disk", e);
      close(open);
    }
  }

  private static void close(ThumbnailStore store) {
    try {
      store.close();
    } catch (IOException e) {
      log().warn("The kept small pictures cannot be closed", e);
    }
  }
}
