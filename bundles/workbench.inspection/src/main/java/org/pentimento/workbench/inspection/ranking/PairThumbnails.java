package org.pentimento.workbench.inspection.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.DatasetQuestion.MadeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.MakeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.ThumbnailOutcome;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/**
 * Photo and sketch of pairs in one small picture each. They are asked for when they are first
 * wanted, those that were wanted last first; the least recently used ones are forgotten. To be used
 * in the display's thread.
 */
final class PairThumbnails {
  private static final int KEPT = 600;
  private static final int BATCH = 12;
  private static final int WAITING = 60;
  private static final int GAP = 2;

  private final Display display;
  private final Previews previews;
  private final int width;
  private final int height;
  private final Consumer<String> arrived;
  private final Map<String, Image> images = new LinkedHashMap<>(KEPT, 0.75f, true);
  private final Map<String, String> problems = new HashMap<>();
  private final Set<String> wanted = new LinkedHashSet<>();
  private @Nullable CaseDataset dataset;
  private boolean asked;
  private boolean disposed;

  /**
   * Has nothing yet.
   *
   * @param height of a picture in pixels
   * @param arrived called with the id of a pair whose picture is there, cannot be made, or was
   *     forgotten
   */
  PairThumbnails(Display display, Previews previews, int height, Consumer<String> arrived) {
    this.display = display;
    this.previews = previews;
    this.height = height;
    this.width = 2 * height + GAP;
    this.arrived = arrived;
  }

  /** Takes the pairs of a data set from now on; of null there are no pictures. */
  void of(@Nullable CaseDataset set) {
    dataset = set;
    wanted.clear();
    problems.clear();
  }

  /** The picture of a pair, null while it is not there. */
  @Nullable Image get(String pair) {
    Image image = images.get(pair);
    if (image == null && dataset != null && !problems.containsKey(pair)) {
      wanted.remove(pair);
      wanted.add(pair);
      ask();
    }
    return image;
  }

  /** Why a pair cannot be shown; empty if it can or was not tried yet. */
  String problem(String pair) {
    return problems.getOrDefault(pair, "");
  }

  private void ask() {
    CaseDataset set = dataset;
    if (asked || wanted.isEmpty() || set == null || disposed) {
      return;
    }
    asked = true;
    // What was wanted in this turn of the event loop is asked for together.
    display.asyncExec(() -> send(set));
  }

  private void send(CaseDataset set) {
    if (disposed) {
      return;
    }
    List<String> all = new ArrayList<>(wanted);
    // What was scrolled past long ago need not be shown any more.
    List<String> late = all.subList(Math.max(0, all.size() - WAITING), all.size());
    List<String> batch = List.copyOf(late.subList(0, Math.min(BATCH, late.size())));
    wanted.retainAll(late);
    batch.forEach(wanted::remove);
    previews
        .ask(new MakeThumbnails(set, batch, height))
        .whenComplete(
            (made, failure) -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> take(set, batch, made, failure));
              }
            });
  }

  private void take(
      CaseDataset set,
      List<String> batch,
      @Nullable MadeThumbnails made,
      @Nullable Throwable failure) {
    asked = false;
    if (disposed || !set.equals(dataset)) {
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      ThumbnailOutcome outcome =
          made != null && i < made.pairs().size()
              ? made.pairs().get(i)
              : new ThumbnailOutcome(null, words(failure));
      PairPictures pictures = outcome.pictures();
      if (pictures == null) {
        problems.put(batch.get(i), outcome.problem());
      } else {
        images.put(batch.get(i), image(pictures));
      }
      arrived.accept(batch.get(i));
    }
    forgetOldest();
    ask();
  }

  private static String words(@Nullable Throwable failure) {
    return failure instanceof BadInputException bad
        ? bad.getMessage() + " " + bad.remedy()
        : "The preview process does not answer.";
  }

  private void forgetOldest() {
    while (images.size() > KEPT) {
      String oldest = images.keySet().iterator().next();
      Image image = images.remove(oldest);
      arrived.accept(oldest);
      if (image != null) {
        image.dispose();
      }
    }
  }

  /** All pictures have one size, because a table's cells have. */
  private Image image(PairPictures pictures) {
    Image image = new Image(display, width, height);
    GC gc = new GC(image);
    gc.setInterpolation(SWT.HIGH);
    gc.setBackground(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND));
    gc.fillRectangle(0, 0, width, height);
    draw(gc, pictures.photo(), 0);
    draw(gc, pictures.sketch(), height + GAP);
    gc.dispose();
    return image;
  }

  private void draw(GC gc, Picture picture, int left) {
    Image whole = new Image(display, PreviewImages.of(picture));
    double scale = (double) height / Math.max(picture.width(), picture.height());
    int across = (int) Math.max(1, Math.round(picture.width() * scale));
    int down = (int) Math.max(1, Math.round(picture.height() * scale));
    gc.drawImage(
        whole,
        0,
        0,
        picture.width(),
        picture.height(),
        left + (height - across) / 2,
        (height - down) / 2,
        across,
        down);
    whole.dispose();
  }

  void dispose() {
    disposed = true;
    images.values().forEach(Image::dispose);
    images.clear();
  }
}
