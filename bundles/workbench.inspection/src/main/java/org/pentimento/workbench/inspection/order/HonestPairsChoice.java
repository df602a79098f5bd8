package org.pentimento.workbench.inspection.order;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.workbench.cases.OpenCase;

/** Asks which pairs a self-test takes for honest: drawn faces, or a data set of the case. */
final class HonestPairsChoice {
  private static final String DRAWN = "drawn faces";

  private final Combo combo;
  private final List<String> datasets = new ArrayList<>();

  /**
   * A row of a grid of two.
   *
   * @param first data set to begin with, null for drawn faces
   * @param changed called when something else is chosen
   */
  HonestPairsChoice(
      Composite box,
      OpenCase.Read read,
      @Nullable DatasetRecord first,
      String tip,
      Runnable changed) {
    combo = OrderFields.choice(box, "&Data:", tip);
    combo.add(DRAWN);
    for (DatasetRecord one : read.datasets()) {
      datasets.add(one.name());
      combo.add(one.name());
    }
    combo.select(first == null ? 0 : 1 + datasets.indexOf(first.name()));
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
  }

  /** What a self-test in a data set is called at first; null stands for drawn faces. */
  static String words(@Nullable DatasetRecord first) {
    return first == null ? DRAWN : first.name();
  }

  /** The data set that is chosen; null for drawn faces. */
  @Nullable String dataset() {
    int chosen = combo.getSelectionIndex();
    return chosen < 1 ? null : datasets.get(chosen - 1);
  }
}
