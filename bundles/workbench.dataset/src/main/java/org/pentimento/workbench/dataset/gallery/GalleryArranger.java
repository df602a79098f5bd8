package org.pentimento.workbench.dataset.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.pentimento.workbench.dataset.contents.Arrangement;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.contents.Mark;
import org.pentimento.workbench.dataset.contents.Series;

/** Filters and sorts the items of a data set in the background. For the display's thread. */
final class GalleryArranger {
  private final Control control;
  private final BiConsumer<int[], Order> arranged;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gallery order");
            thread.setDaemon(true);
            return thread;
          });
  private long latest;

  /**
   * Makes a thread, which ends with the control.
   *
   * @param arranged gets the numbers of the items to show and what they are sorted by, in the
   *     display's thread; only of the latest request
   */
  GalleryArranger(Control control, BiConsumer<int[], Order> arranged) {
    this.control = control;
    this.arranged = arranged;
    control.addDisposeListener(e -> thread.shutdownNow());
  }

  /**
   * Filters and sorts.
   *
   * @param marks by id of the pair
   */
  void arrange(
      DatasetContents contents, GalleryBar.Choice choice, Map<String, Map<Mark, String>> marks) {
    long mine = ++latest;
    Display display = control.getDisplay();
    thread.execute(
        () -> {
          Arrangement complete = withFigures(choice, contents.caseFolder());
          int[] order = complete.of(contents.items(), marks);
          if (!display.isDisposed()) {
            display.asyncExec(
                () -> {
                  if (!control.isDisposed() && mine == latest) {
                    arranged.accept(order, complete.order());
                  }
                });
          }
        });
  }

  private static Arrangement withFigures(GalleryBar.Choice choice, Path caseFolder) {
    Arrangement chosen = choice.arrangement();
    Series series = choice.series();
    if (series == null) {
      return chosen;
    }
    try {
      Order order = new Order(Order.Kind.METRIC, chosen.order().name(), series.read(caseFolder));
      return new Arrangement(chosen.words(), chosen.show(), order, chosen.descending());
    } catch (IOException e) {
      ILog.of(GalleryArranger.class)
          .warn("The figures of " + series.source() + " cannot be read", e);
      return chosen;
    }
  }
}
