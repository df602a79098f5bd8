package org.pentimento.workbench.dataset.thumbnail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.thumbnail.ThumbnailReader.Arrived;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/**
 * Small pictures of pairs as SWT images. The wanted pictures are read in another thread; the least
 * recently used images are dropped from memory. To be used in the display's thread.
 */
public final class Thumbnails {
  private static final long BUDGET_BYTES = 96L << 20;
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

  private final Display display;
  private final Runnable redraw;
  private final ThumbnailReader reader;
  private final Map<Integer, Shown> shown = new LinkedHashMap<>(256, .75f, true);
  private final Map<Integer, String> problems = new HashMap<>();
  private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean delivering = new AtomicBoolean();
  private long held;
  private int side = ThumbnailReader.SIDE;
  private boolean disposed;

  /**
   * Reads nothing yet.
   *
   * @param redraw called when pictures have arrived
   */
  public Thumbnails(
      Display display,
      DatasetCache cache,
      Previews previews,
      DatasetContents contents,
      Runnable redraw) {
    this.display = display;
    this.redraw = redraw;
    reader = new ThumbnailReader(cache, previews, contents, this::deliver);
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
    reader.want(numbers);
  }

  /** Makes pictures of another longest side, in pixels. */
  public void setSide(int newSide) {
    if (newSide != side) {
      side = newSide;
      shown.values().forEach(Shown::dispose);
      shown.clear();
      held = 0;
      reader.forgetAll();
    }
  }

  /** Forgets what could not be read, so that it is tried again. */
  public void retry() {
    reader.forget(problems.keySet());
    problems.clear();
    redraw.run();
  }

  /** Drops all pictures and ends the reading thread. */
  public void dispose() {
    disposed = true;
    shown.values().forEach(Shown::dispose);
    shown.clear();
    reader.close();
  }

  /** Called in the reader's thread. */
  private void deliver(Arrived one) {
    arrived.add(one);
    if (delivering.compareAndSet(false, true) && !display.isDisposed()) {
      display.asyncExec(this::take);
    }
  }

  /** Makes SWT images of what has arrived, a few at a time so that the window keeps answering. */
  private void take() {
    delivering.set(false);
    if (disposed) {
      return;
    }
    long end = System.nanoTime() + SLICE_NS;
    boolean any = false;
    for (Arrived one = arrived.poll(); one != null; one = arrived.poll()) {
      any = true;
      PairPictures thumbnail = one.thumbnail();
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

  private void put(int number, PairPictures thumbnail) {
    Image photo = scaled(thumbnail.photo());
    Image sketch = scaled(thumbnail.sketch());
    long bytes = bytes(photo) + bytes(sketch);
    Shown before = shown.put(number, new Shown(photo, sketch, bytes));
    held += bytes;
    if (before != null) {
      held -= before.bytes();
      before.dispose();
    }
    dropOldest();
  }

  private void dropOldest() {
    List<Integer> dropped = new ArrayList<>();
    var oldest = shown.entrySet().iterator();
    while (held > BUDGET_BYTES && oldest.hasNext()) {
      Map.Entry<Integer, Shown> entry = oldest.next();
      held -= entry.getValue().bytes();
      entry.getValue().dispose();
      dropped.add(entry.getKey());
      oldest.remove();
    }
    if (!dropped.isEmpty()) {
      reader.forget(dropped);
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
    Image whole = new Image(display, PreviewImages.of(picture));
    Image scaled = new Image(display, width, height);
    GC gc = new GC(scaled);
    gc.setInterpolation(SWT.HIGH);
    gc.drawImage(whole, 0, 0, picture.width(), picture.height(), 0, 0, width, height);
    gc.dispose();
    whole.dispose();
    return scaled;
  }
}
