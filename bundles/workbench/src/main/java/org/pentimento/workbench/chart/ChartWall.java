package org.pentimento.workbench.chart;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Charts in one or two columns, as the width allows, which scroll. Charts that have nothing to show
 * are not there.
 */
public final class ChartWall {
  private static final int TWO_COLUMNS_FROM = 860;

  private final ScrolledComposite scroll;
  private final Composite grid;
  private final ShownChart looked;
  private final List<ChartTile> tiles = new ArrayList<>();

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
          fit();
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
    tile.onPresence(has -> place(tile, has));
    tiles.add(tile);
    return tile;
  }

  private void fit() {
    scroll.setMinSize(grid.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
  }

  /**
   * Takes a chart away or puts it back. One that is away keeps its size, so that it is drawn, and
   * comes back, as soon as there is something to show.
   */
  private void place(ChartTile tile, boolean has) {
    Control control = tile.control();
    boolean resized = has && tile.claimHeight();
    if (control.getVisible() == has && !resized) {
      return;
    }
    control.setVisible(has);
    ((GridData) control.getLayoutData()).exclude = !has;
    grid.layout(true);
    fit();
    if (!has && tile.isEnlarged()) {
      tiles.stream()
          .filter(t -> t.control().getVisible())
          .findFirst()
          .ifPresent(ChartTile::enlarge);
    }
  }

  /** The control to lay out. */
  public Control control() {
    return scroll;
  }
}
