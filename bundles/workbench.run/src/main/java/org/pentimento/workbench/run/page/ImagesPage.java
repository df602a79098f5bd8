package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.figures.MetricNames;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.picture.CasePictures;

/** The pictures of each test pair, in the data set's order or ordered by a metric. */
public final class ImagesPage implements RunPage {
  private static final int AS_IS = 0;
  private static final int WORST = 1;

  private final Composite page;
  private final Combo order;
  private final Combo metric;
  private final Combo sketches;
  private final PictureStrip strip;
  private final List<String> measured = new ArrayList<>();
  private List<Condition> offered = List.of();
  private @Nullable Shown shown;

  /**
   * Makes an empty page.
   *
   * @param picked called with the id of a pair that the user selected
   * @param opened called with the id of a pair that the user wants to see as a whole
   */
  public ImagesPage(
      Composite parent, CasePictures pictures, Consumer<String> picked, Consumer<String> opened) {
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
    Composite bar = ChoiceBar.bar(page, 12, 6);
    order = combo(bar, "&Order:", "Which pairs come first");
    order.setItems("as in the data set", "worst first", "best first");
    order.select(AS_IS);
    metric = combo(bar, "&by", "The metric that orders the pairs and stands below their names");
    sketches = combo(bar, "o&f", "The sketches that the metric judges, against the true sketch");
    strip = new PictureStrip(page, pictures, picked, opened);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(strip.control());
  }

  private Combo combo(Composite bar, String label, String help) {
    Combo combo = ChoiceBar.labelled(bar, label, help);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> arrange()));
    return combo;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(Shown now) {
    int index = metric.getSelectionIndex();
    String before = index >= 0 && index < measured.size() ? measured.get(index) : "";
    shown = now;
    measured.clear();
    measured.addAll(now.samples().measured());
    metric.setItems(measured.stream().map(m -> now.names().of(m)).toArray(String[]::new));
    metric.select(Math.max(0, measured.indexOf(before)));
    offered =
        now.comparison().conditions().stream()
            .filter(c -> c.reference() == ReferenceSketch.TRUTH)
            .filter(c -> measured.stream().anyMatch(m -> !now.samples().of(m, c).isEmpty()))
            .sorted(Comparator.reverseOrder()) // what is most likely spoilt first
            .toList();
    int of = Math.max(0, sketches.getSelectionIndex());
    sketches.setItems(offered.stream().map(ConditionNames::of).toArray(String[]::new));
    sketches.select(Math.min(of, offered.size() - 1));
    List.of(order, metric, sketches).forEach(ChoiceBar::fit);
    arrange();
  }

  private void arrange() {
    Shown now = shown;
    if (now == null) {
      return;
    }
    List<ImageRow> rows = new ArrayList<>(now.comparison().images());
    if (measured.isEmpty() || offered.isEmpty()) {
      strip.show(now.comparison().roles(), rows, Map.of());
      return;
    }
    String name = measured.get(Math.max(0, metric.getSelectionIndex()));
    Condition of = offered.get(Math.max(0, sketches.getSelectionIndex()));
    Map<String, Double> values = now.samples().of(name, of);
    if (order.getSelectionIndex() != AS_IS) {
      Comparator<Double> better =
          lowIsWorse(now.comparison(), name)
              ? Comparator.naturalOrder()
              : Comparator.reverseOrder();
      Comparator<Double> wanted = order.getSelectionIndex() == WORST ? better : better.reversed();
      rows.sort(
          Comparator.comparing(
              (ImageRow row) -> values.get(row.pair()), Comparator.nullsLast(wanted)));
    }
    strip.show(
        now.comparison().roles(),
        rows,
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        "%s %s"
                            .formatted(
                                now.names().of(name),
                                String.format(Locale.ROOT, "%.3f", e.getValue())))));
  }

  /**
   * Whether low values of a metric are the worse ones: the way in which it counted the harm in this
   * comparison; low ones where it says nothing.
   */
  static boolean lowIsWorse(Comparison comparison, String measured) {
    for (Comparison.Blindness b : comparison.blindness()) {
      Double loss = b.loss();
      if (MetricNames.isOf(measured, b.metric()) && loss != null) {
        return loss * (b.honest() - b.harmed()) >= 0;
      }
    }
    return true;
  }

  @Override
  public void mark(String pair) {
    strip.select(pair);
  }

  @Override
  public void setFocus() {
    strip.setFocus();
  }
}
