package org.pentimento.workbench.chart;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** A chart among others, under its title and a sentence that says how to read it. */
public final class ChartTile {
  private static final int LEAST_HEIGHT = 250;

  /** Taller figures are looked at in the view of charts. */
  private static final int MOST_HEIGHT = 620;

  private final Composite box;
  private final ChartCanvas chart;
  private final ShownChart shown;
  private final String title;
  private final String help;
  private @Nullable FigureSource source;

  /**
   * Makes an empty tile.
   *
   * @param help says how to read the chart
   * @param shown gets this chart when the user turns to it
   */
  public ChartTile(Composite parent, String title, String help, ShownChart shown) {
    this.title = title;
    this.help = help;
    this.shown = shown;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(box);
    Label head = new Label(box, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText(title.replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    Label how = new Label(box, SWT.WRAP);
    how.setText(help.replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(how);
    chart = new ChartCanvas(box, title);
    chart.onPick(shown::pick);
    chart.control().addListener(SWT.FocusIn, e -> enlarge());
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(360, LEAST_HEIGHT)
        .applyTo(chart.control());
  }

  /** The control to lay out. */
  public Control control() {
    return box;
  }

  /** Shows a figure; if this is the chart that is looked at, the Charts view follows. */
  public void show(FigureSource figure) {
    source = figure;
    chart.show(figure);
    if (isEnlarged()) {
      enlarge();
    }
  }

  /** Calls a listener with whether there is anything to see, each time that a figure was made. */
  public void onPresence(Consumer<Boolean> listener) {
    chart.onPresence(listener);
  }

  /**
   * Takes the height that the figure was made for, such as one line for each metric; in less, its
   * labels would lie over its bars.
   *
   * @return whether that is another height than before
   */
  boolean claimHeight() {
    GridData data = (GridData) chart.control().getLayoutData();
    int before = data.heightHint;
    data.heightHint =
        chart
            .figure()
            .map(figure -> Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, figure.height())))
            .orElse(before);
    return data.heightHint != before;
  }

  /** Whether this is the chart that is looked at. */
  public boolean isEnlarged() {
    ShownChart.Content seen = shown.content();
    return seen != null && seen.title().equals(title);
  }

  /** Makes this the chart that is looked at. */
  public void enlarge() {
    if (source != null) {
      shown.show(new ShownChart.Content(title, help, source));
    }
  }

  /** Rings the marks of an image. */
  public void mark(String id) {
    chart.mark(id);
  }

  /** Takes the keyboard. */
  public void setFocus() {
    chart.control().setFocus();
  }
}
