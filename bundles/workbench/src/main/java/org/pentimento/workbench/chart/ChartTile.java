package org.pentimento.workbench.chart;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** A chart among others, under its title and a sentence that says how to read it. */
public final class ChartTile {
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
    GridDataFactory.fillDefaults().grab(true, true).hint(360, 250).applyTo(chart.control());
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
