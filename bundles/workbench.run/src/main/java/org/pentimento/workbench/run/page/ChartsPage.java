package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.figures.MetricChoice;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.chart.ChartTile;
import org.pentimento.workbench.chart.ChartWall;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.form.ChoiceBar;

/**
 * All installed charts, drawn for the comparison and the metrics that are chosen. Charts that have
 * nothing to show of this comparison are not there.
 */
public final class ChartsPage implements RunPage {
  private final ShownChart looked;
  private final Composite page;
  private final Combo metric;
  private final Combo other;
  private final Combo against;
  private final List<String> measured = new ArrayList<>();
  private List<ReferenceSketch> references = List.of();
  private final List<Tile> tiles = new ArrayList<>();
  private @Nullable Shown shown;

  private record Tile(InstalledFigure chart, ChartTile tile) {}

  /**
   * Makes an empty page.
   *
   * @param looked the chart that the Charts view enlarges
   */
  public ChartsPage(Composite parent, ShownChart looked) {
    this.looked = looked;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
    Composite bar = ChoiceBar.bar(page, 12, 6);
    metric = combo(bar, "&Metric:", "What the charts of single values show");
    other = combo(bar, "&beside", "The second metric of the chart of two metrics");
    against = combo(bar, "a&gainst the", "What the sketches are compared with");
    ChartWall wall = new ChartWall(page, looked);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(wall.control());
    for (InstalledFigure chart :
        PlatformUI.getWorkbench().getService(InstalledFigures.class).all()) {
      String help = chart.help() + (chart.marks() ? " Click on a mark to select its pair." : "");
      tiles.add(new Tile(chart, wall.add(chart.title(), help)));
    }
  }

  private Combo combo(Composite bar, String label, String help) {
    Combo combo = ChoiceBar.labelled(bar, label, help);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> draw()));
    return combo;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(Shown now) {
    shown = now;
    String first = chosen(metric, 0);
    String second = chosen(other, 1);
    measured.clear();
    measured.addAll(now.samples().measured());
    String[] names = measured.stream().map(m -> now.names().of(m)).toArray(String[]::new);
    metric.setItems(names);
    other.setItems(names);
    select(metric, first, 0);
    select(other, second, 1);
    int compared = Math.max(0, against.getSelectionIndex());
    references = now.comparison().references();
    against.setItems(references.stream().map(ConditionNames::of).toArray(String[]::new));
    against.select(Math.min(compared, references.size() - 1));
    List.of(metric, other, against).forEach(ChoiceBar::fit);
    draw();
    if (looked.content() == null && !tiles.isEmpty()) {
      tiles.get(0).tile().enlarge();
    }
  }

  private String chosen(Combo combo, int otherwise) {
    int index = combo.getSelectionIndex() < 0 ? otherwise : combo.getSelectionIndex();
    return index < measured.size() ? measured.get(index) : "";
  }

  private void select(Combo combo, String wanted, int otherwise) {
    int index = measured.indexOf(wanted);
    combo.select(index >= 0 ? index : Math.min(otherwise, measured.size() - 1));
  }

  private void draw() {
    if (shown == null) {
      return;
    }
    FigureInput input =
        new FigureInput(
            shown.result(),
            shown.comparison(),
            shown.samples(),
            new MetricChoice(
                chosen(metric, 0),
                chosen(other, 1),
                references.get(Math.max(0, against.getSelectionIndex()))));
    tiles.forEach(t -> t.tile().show(() -> t.chart().figure(input)));
  }

  @Override
  public void mark(String pair) {
    tiles.forEach(t -> t.tile().mark(pair));
  }

  @Override
  public void setFocus() {
    metric.setFocus();
  }
}
