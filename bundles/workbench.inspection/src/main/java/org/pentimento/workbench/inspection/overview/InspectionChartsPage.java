package org.pentimento.workbench.inspection.overview;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.figures.ResultFigure;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ResultCharts;
import org.pentimento.workbench.inspection.contents.ShownInspection;

/** The charts of an inspection. */
public final class InspectionChartsPage implements InspectionPage<ShownInspection> {
  private final ResultCharts<InspectionResult> charts;

  /**
   * Makes empty charts.
   *
   * @param looked gets the chart that the user turns to
   */
  public InspectionChartsPage(
      Composite parent, List<ResultFigure<InspectionResult>> figures, ShownChart looked) {
    charts = new ResultCharts<>(parent, figures, looked);
  }

  @Override
  public Control control() {
    return charts.control();
  }

  @Override
  public void show(ShownInspection inspection) {
    charts.show(inspection.result());
  }

  @Override
  public void setFocus() {
    charts.setFocus();
  }
}
