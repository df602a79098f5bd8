package org.pentimento.workbench.chart;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Charts in one or two columns, as the width allows, which scroll. */
public final class ChartWall {
  private static final int TWO_COLUMNS_FROM = 860;

  private final ScrolledComposite scroll;
  private final Composite grid;
  private final ShownChart looked;

  /**
   * Makes an empty wall.
   *
   * @param looked gets the chart that the user turns to
   */
  public ChartWall(Composite parent, ShownChart looked) {
    this.looked = looked;
    scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
    grid = new Composite(scroll, SWT.NONE);
    GridLayout layout =
        GridLayoutFactory.swtDefaults().margins(12, 4).spacing(14, 14).equalWidth(true).create();
    grid.setLayout(layout);
    scroll.setContent(grid);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    scroll.addListener(
        SWT.Resize,
        e -> {
          int width = scroll.getClientArea().width;
          layout.numColumns = width >= TWO_COLUMNS_FROM ? 2 : 1;
          scroll.setMinSize(grid.computeSize(width, SWT.DEFAULT));
          scroll.getVerticalBar().setIncrement(40);
        });
  }

  /**
   * Adds an empty chart.
   *
   * @param help says how to read the chart
   */
  public ChartTile add(String title, String help) {
    ChartTile tile = new ChartTile(grid, title, help, looked);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tile.control());
    return tile;
  }

  /** The control to lay out. */
  public Control control() {
    return scroll;
  }
}
