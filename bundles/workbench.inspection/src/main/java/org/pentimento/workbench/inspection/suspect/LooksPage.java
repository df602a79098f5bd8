package org.pentimento.workbench.inspection.suspect;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.figures.ResultFigure;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ResultCharts;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.table.CopyRows;

/** Everything that was measured of a model, beside the clean models: charts and figures. */
public final class LooksPage implements InspectionPage<ShownModelInspection> {
  private static final String NONE = "–";

  private final SashForm rows;
  private final ResultCharts<ModelInspectionResult> charts;
  private final Table table;

  /**
   * Makes an empty page.
   *
   * @param looked gets the chart that the user turns to
   */
  public LooksPage(
      Composite parent, List<ResultFigure<ModelInspectionResult>> figures, ShownChart looked) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    charts = new ResultCharts<>(rows, figures, looked);
    table = new Table(rows, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column("Measurement", 240, SWT.LEFT);
    column("Detector", 200, SWT.LEFT);
    column("This model", 105, SWT.RIGHT);
    column("Clean models", 170, SWT.RIGHT);
    column("p", 130, SWT.RIGHT);
    column("Least p", 130, SWT.RIGHT);
    column("Helps to answer", 230, SWT.LEFT);
    column("Why it was not measured", 240, SWT.LEFT);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "What was measured"));
    CopyRows.on(table);
    rows.setWeights(62, 38);
  }

  private void column(String title, int width, int alignment) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    column.setWidth(width);
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(ShownModelInspection inspection) {
    ModelInspectionResult result = inspection.result();
    charts.show(result);
    table.removeAll();
    for (MeasuredLook look : result.looks()) {
      new TableItem(table, SWT.NONE)
          .setText(
              new String[] {
                look.look().name(),
                ModelInspectionWords.detector(result, look.detector()),
                number(look.suspect()),
                look.shadows().isEmpty()
                    ? NONE
                    : look.shadows().stream()
                        .map(NumberWords::value)
                        .collect(Collectors.joining(", ")),
                chance(look.p()),
                chance(look.leastP()),
                ModelInspectionWords.question(look.look().axis()),
                look.problem()
              });
    }
  }

  private static String number(@Nullable Double value) {
    return value == null ? NONE : NumberWords.value(value);
  }

  private static String chance(@Nullable Double p) {
    return p == null ? NONE : NumberWords.fine(p);
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
