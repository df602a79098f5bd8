package org.pentimento.workbench.inspection.contents;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.figures.ResultFigure;
import org.pentimento.workbench.chart.ChartTile;
import org.pentimento.workbench.chart.ChartWall;
import org.pentimento.workbench.chart.ShownChart;

/**
 * All installed charts of one kind of result.
 *
 * @param <R> the kind of result
 */
public final class ResultCharts<R> {
  private final ChartWall wall;
  private final ShownChart looked;
  private final List<Tile<R>> tiles = new ArrayList<>();

  private record Tile<R>(ResultFigure<R> figure, ChartTile tile) {}

  /**
   * Makes empty charts.
   *
   * @param looked gets the chart that the user turns to
   */
  public ResultCharts(Composite parent, List<ResultFigure<R>> figures, ShownChart looked) {
    this.looked = looked;
    wall = new ChartWall(parent, looked);
    for (ResultFigure<R> figure : figures) {
      String help = figure.help() + (figure.marks() ? " Click on a mark to select its pair." : "");
      tiles.add(new Tile<>(figure, wall.add(figure.title(), help)));
    }
  }

  /** The control to lay out. */
  public Control control() {
    return wall.control();
  }

  /** Draws the charts of a result. */
  public void show(R result) {
    tiles.forEach(t -> t.tile().show(() -> t.figure().figure(result)));
    if (looked.content() == null && !tiles.isEmpty()) {
      tiles.get(0).tile().enlarge();
    }
  }

  /** Rings the marks of a pair. */
  public void mark(String pair) {
    tiles.forEach(t -> t.tile().mark(pair));
  }

  /** Takes the keyboard. */
  public void setFocus() {
    if (tiles.isEmpty()) {
      control().setFocus();
    } else {
      tiles.get(0).tile().setFocus();
    }
  }
}
