package org.pentimento.workbench.dataset.thumbnail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.audit.preview.Answer;
import org.pentimento.audit.preview.Answer.Picture;
import org.pentimento.audit.preview.data.DatasetCache;
import org.pentimento.audit.preview.data.ThumbnailsAnswerer;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.preview.Pixels;
import org.pentimento.workbench.preview.Previews;

/**
 * Small pictures of pairs as SWT images. The pictures that the gallery wants are read in a thread
 * of their own, from the disk or by the preview process; the least recently used ones are dropped
 * from memory. To be used in the display's thread.
 */
public final class Thumbnails {
  /** The longest side of the pictures that are kept on disk, in pixels. */
  static final int SIDE = 128;

  private static final long BUDGET = 96L << 20;
  private static final int BATCH = 12;
  private static final int ASKED_AT_ONCE = 3;
  private static final long SLICE_NS = 6_000_000;

  /**
   * The pictures of a pair.
   *
   * @param photo the photo
   * @param sketch the sketch
   * @param bytes about how much memory they take
   */
  public record Shown(Image photo, Image sketch, long bytes) {
    void dispose() {
      photo.dispose();
      sketch.dispose();
    }
  }

  private record Arrived(int number, @Nullable Thumbnail thumbnail, String problem) {}

  private final Display display;
  private final Previews previews;
  private final DatasetContents contents;
  private final Runnable redraw;
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

  // In the display's thread.
  private final Map<Integer, Shown> shown = new LinkedHashMap<>(256, .75f, true);
  private final Map<Integer, String> problems = new HashMap<>();
  private long held;
  private int side = SIDE;
  private boolean disposed;

  // Between the threads.
  private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean delivering = new AtomicBoolean();
  private final AtomicBoolean pumping = new AtomicBoolean();
  private volatile int[] wanted = {};
  private volatile boolean ended;

  // In the reader's thread.
  private final Set<Integer> known = new HashSet<>();
  private int asked;
  private @Nullable ThumbnailStore store;

  /**
   * Reads nothing yet.
   *
   * @param redraw called when pictures have arrived
   */
  public Thumbnails(Display display, Previews previews, DatasetContents contents, Runnable redraw) {
    this.display = display;
    this.previews = previews;
    this.contents = contents;
    this.redraw = redraw;
    reader.execute(this::openStore);
  }

  private void openStore() {
    try {
      store = ThumbnailStore.open(DatasetCache.folder(contents.record().digest()), SIDE);
    } catch (IOException | LinkageError e) { // a library that cannot be loaded, say
      ILog.of(Thumbnails.class).warn("Small pictures are not kept on disk", e);
    }
  }

  /** The pictures of a pair, null if they are not in memory. */
  public @Nullable Shown get(int number) {
    return shown.get(number);
  }

  /** Why a pair cannot be shown, null if it can or was not tried yet. */
  public @Nullable String problem(int number) {
    return problems.get(number);
  }

  /** Says which pairs are to be read, the most urgent first; earlier wishes are dropped. */
  public void want(int[] numbers) {
    wanted = numbers;
    if (numbers.length > 0) {
      pump();
    }
  }

  private void pump() {
    if (!ended && pumping.compareAndSet(false, true)) {
      reader.execute(this::read);
    }
  }

  /** Takes what is wanted from the disk, and asks for some of what is not there. */
  private void read() {
    pumping.set(false);
    int[] now = wanted;
    List<Integer> missing = new ArrayList<>();
    for (int number : now) {
      if (ended || now != wanted) {
        pump();
        return;
      }
      if (known.contains(number)) {
        continue;
      }
      Thumbnail thumbnail = kept(number);
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

  private @Nullable Thumbnail kept(int number) {
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
    ObjectNode question =
        contents.question(JsonNodeFactory.instance.objectNode()).put("side", SIDE);
    ArrayNode ids = question.putArray("pairs");
    batch.forEach(number -> ids.add(contents.items().get(number).id()));
    previews
        .ask(ThumbnailsAnswerer.KIND, question)
        .whenComplete(
            (answer, problem) -> {
              if (!ended) {
                reader.execute(() -> answered(batch, answer, problem));
              }
            });
  }

  private void answered(List<Integer> batch, @Nullable Answer answer, @Nullable Throwable problem) {
    asked--;
    if (answer == null) {
      String why =
          problem instanceof BadInputException bad
              ? bad.getMessage() + " " + bad.remedy()
              : "The preview process does not answer.";
      batch.forEach(number -> deliver(new Arrived(number, null, why)));
      return;
    }
    JsonNode problems = answer.data().path("problems");
    List<Picture> pictures = answer.pictures();
    int next = 0;
    Map<Integer, Thumbnail> made = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      String why = problems.path(i).asText();
      if (!why.isEmpty() || next + 2 > pictures.size()) {
        deliver(new Arrived(batch.get(i), null, why.isEmpty() ? "It was not answered." : why));
        continue;
      }
      Thumbnail thumbnail = new Thumbnail(pictures.get(next), pictures.get(next + 1));
      next += 2;
      deliver(new Arrived(batch.get(i), thumbnail, ""));
      made.put(batch.get(i), thumbnail);
    }
    keep(made);
    pump();
  }

  private void keep(Map<Integer, Thumbnail> made) {
    ThumbnailStore open = store;
    if (open == null) {
      return;
    }
    try {
      open.write(made);
    } catch (IOException e) {
      store = null; // a full disk, say: the gallery does without
      ILog.of(Thumbnails.class).warn("Small pictures are no longer kept on disk", e);
      close(open);
    }
  }

  private static void close(ThumbnailStore store) {
    try {
      store.close();
    } catch (IOException e) {
      ILog.of(Thumbnails.class).warn("The kept small pictures cannot be closed", e);
    }
  }

  private void deliver(Arrived one) {
    arrived.add(one);
    if (delivering.compareAndSet(false, true) && !display.isDisposed()) {
      display.asyncExec(this::take);
    }
  }

  /** Makes SWT images of what has arrived, a few at a time so that nothing stutters. */
  private void take() {
    delivering.set(false);
    if (disposed) {
      return;
    }
    long end = System.nanoTime() + SLICE_NS;
    boolean any = false;
    for (Arrived one = arrived.poll(); one != null; one = arrived.poll()) {
      any = true;
      Thumbnail thumbnail = one.thumbnail();
      if (thumbnail == null) {
        problems.put(one.number(), one.problem());
      } else {
        put(one.number(), thumbnail);
      }
      if (System.nanoTime() > end && !arrived.isEmpty()) {
        if (delivering.compareAndSet(false, true)) {
          display.timerExec(1, this::take);
        }
        break;
      }
    }
    if (any) {
      redraw.run();
    }
  }

  private void put(int number, Thumbnail thumbnail) {
    Image photo = scaled(thumbnail.photo());
    Image sketch = scaled(thumbnail.sketch());
    long bytes = bytes(photo) + bytes(sketch);
    Shown before = shown.put(number, new Shown(photo, sketch, bytes));
    held += bytes;
    if (before != null) {
      held -= before.bytes();
      before.dispose();
    }
    List<Integer> forgotten = new ArrayList<>();
    var oldest = shown.entrySet().iterator();
    while (held > BUDGET && oldest.hasNext()) {
      Map.Entry<Integer, Shown> entry = oldest.next();
      held -= entry.getValue().bytes();
      entry.getValue().dispose();
      forgotten.add(entry.getKey());
      oldest.remove();
    }
    if (!forgotten.isEmpty()) {
      reader.execute(() -> known.removeAll(forgotten));
    }
  }

  private static long bytes(Image image) {
    return 4L * image.getBounds().width * image.getBounds().height;
  }

  /** As large as it is shown, so that painting need not scale; sharp at any zoom of the screen. */
  private Image scaled(Picture picture) {
    double scale = (double) side / Math.max(picture.width(), picture.height());
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    Image whole = new Image(display, Pixels.of(picture));
    Image scaled = new Image(display, width, height);
    GC gc = new GC(scaled);
    gc.setInterpolation(SWT.HIGH);
    gc.drawImage(whole, 0, 0, picture.width(), picture.height(), 0, 0, width, height);
    gc.dispose();
    whole.dispose();
    return scaled;
  }

  /** Makes pictures of another longest side, in pixels. */
  public void setSide(int newSide) {
    if (newSide != side) {
      side = newSide;
      shown.values().forEach(Shown::dispose);
      shown.clear();
      held = 0;
      reader.execute(known::clear);
    }
  }

  /** Forgets what could not be read, so that it is tried again. */
  public void retry() {
    List<Integer> again = List.copyOf(problems.keySet());
    problems.clear();
    reader.execute(() -> known.removeAll(again));
    redraw.run();
  }

  /** Drops all pictures and ends the reading thread. */
  public void dispose() {
    disposed = true;
    ended = true;
    shown.values().forEach(Shown::dispose);
    shown.clear();
    reader.execute(
        () -> {
          ThumbnailStore open = store;
          if (open != null) {
            close(open);
          }
        });
    reader.shutdown();
  }
}
