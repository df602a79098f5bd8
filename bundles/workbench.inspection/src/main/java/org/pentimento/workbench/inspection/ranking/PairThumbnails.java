package org.pentimento.workbench.inspection.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Small pictures of pairs. They are asked for when they are first wanted, and the least recently
 * used ones are forgotten. To be used in the display's thread.
 */
final class PairThumbnails {
  private static final int KEPT = 600;
  private static final int BATCH = 12;
  private static final int WAITING = 60;

  /** The pictures of a pair. */
  record Small(Image photo, Image sketch) {
    void dispose() {
      photo.dispose();
      sketch.dispose();
    }
  }

  private final Display display;
  private final Previews previews;
  private final int side;
  private final Runnable arrived;
  private final Map<String, Small> images = new LinkedHashMap<>(KEPT, 0.75f, true);
  private final Map<String, String> problems = new HashMap<>();
  private final Set<String> wanted = new LinkedHashSet<>();
  private @Nullable CaseDataset dataset;
  private boolean asked;
  private boolean disposed;

  /**
   * Has nothing yet.
   *
   * @param side longest side of a picture, in pixels
   * @param arrived called when pictures are there, or cannot be made
   */
  PairThumbnails(Display display, Previews previews, int side, Runnable arrived) {
    this.display = display;
    this.previews = previews;
    this.side = side;
    this.arrived = arrived;
  }

  /** Takes the pairs of a data set from now on; of null there are no pictures. */
  void of(@Nullable CaseDataset set) {
    dataset = set;
    wanted.clear();
    problems.clear();
  }

  /** The pictures of a pair, null while they are not there. */
  @Nullable Small get(String pair) {
    Small image = images.get(pair);
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
        .ask(new MakeThumbnails(set, batch, side))
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
        images.put(batch.get(i), new Small(image(pictures.photo()), image(pictures.sketch())));
      }
    }
    forgetOldest();
    arrived.run();
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
      Small small = images.remove(oldest);
      if (small != null) {
        small.dispose();
      }
    }
  }

  /** As large as it is shown, so that painting need not scale. */
  private Image image(Picture picture) {
    Image whole = new Image(display, PreviewImages.of(picture));
    double scale = (double) side / Math.max(picture.width(), picture.height());
    int across = (int) Math.max(1, Math.round(picture.width() * scale));
    int down = (int) Math.max(1, Math.round(picture.height() * scale));
    Image image = new Image(display, across, down);
    GC gc = new GC(image);
    gc.setInterpolation(SWT.HIGH);
    gc.drawImage(whole, 0, 0, picture.width(), picture.height(), 0, 0, across, down);
    gc.dispose();
    whole.dispose();
    return image;
  }

  void dispose() {
    disposed = true;
    images.values().forEach(Small::dispose);
    images.clear();
  }
}
