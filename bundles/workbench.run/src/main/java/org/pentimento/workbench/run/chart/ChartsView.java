package org.pentimento.workbench.run.chart;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.chart.ChartCanvas;
import org.pentimento.workbench.chart.ShownChart;

/** The view that enlarges the chart that the user looks at in the active editor. */
public final class ChartsView extends ViewPart {
  /** The view's id in {@code plugin.xml}. */
  public static final String ID = "org.pentimento.workbench.run.charts";

  private static final String NOTHING =
      "Open a run and click on one of its charts; it is shown here as large as you like.";

  private @Nullable Pane pane;

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent);
    pane = created;
    IWorkbenchPage page = getSite().getPage();
    IPartListener2 parts =
        new IPartListener2() {
          @Override
          public void partActivated(IWorkbenchPartReference part) {
            created.follow(page.getActiveEditor());
          }

          @Override
          public void partBroughtToTop(IWorkbenchPartReference part) {
            created.follow(page.getActiveEditor());
          }

          @Override
          public void partClosed(IWorkbenchPartReference part) {
            created.follow(page.getActiveEditor());
          }
        };
    page.addPartListener(parts);
    parent.addDisposeListener(e -> page.removePartListener(parts));
    created.follow(page.getActiveEditor());
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.setFocus();
    }
  }

  /** The view's controls: a title and the chart. */
  private static final class Pane {
    private static final int LEAST_HEIGHT = 220;

    private final ScrolledComposite scroll;
    private final Composite box;
    private final Label title;
    private final Runnable changed = this::show;
    private @Nullable ChartCanvas chart;
    private String charted = "";
    private @Nullable ShownChart followed;

    Pane(Composite parent) {
      scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
      scroll.setExpandHorizontal(true);
      scroll.setExpandVertical(true);
      box = new Composite(scroll, SWT.NONE);
      scroll.setContent(box);
      scroll.addListener(SWT.Resize, e -> fit());
      GridLayoutFactory.fillDefaults().margins(6, 4).spacing(0, 4).applyTo(box);
      title = new Label(box, SWT.WRAP);
      GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(title);
      box.addDisposeListener(e -> unfollow());
      show();
    }

    void follow(@Nullable IEditorPart editor) {
      ShownChart next = editor == null ? null : editor.getAdapter(ShownChart.class);
      if (next == followed || box.isDisposed()) {
        return;
      }
      unfollow();
      followed = next;
      if (next != null) {
        next.addListener(changed);
      }
      show();
    }

    private void unfollow() {
      if (followed != null) {
        followed.removeListener(changed);
        followed = null;
      }
    }

    private void show() {
      if (box.isDisposed()) {
        return;
      }
      ShownChart shown = followed;
      ShownChart.Content content = shown == null ? null : shown.content();
      if (shown == null || content == null) {
        title.setText(NOTHING);
        if (chart != null) {
          chart.control().dispose();
          chart = null;
          charted = "";
        }
      } else {
        title.setText((content.title() + ". " + content.help()).replace("&", "&&"));
        ChartCanvas canvas = canvas(content.title());
        canvas.onPick(shown::pick);
        canvas.show(content.source());
        canvas.mark(shown.marked());
      }
      fit();
      box.layout(true, true);
    }

    /** Scrolls where there is less room than a chart needs to be read. */
    private void fit() {
      scroll.setMinSize(box.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    /** The canvas of a chart; another chart gets a new one, which is not zoomed. */
    private ChartCanvas canvas(String name) {
      if (chart == null || !charted.equals(name)) {
        if (chart != null) {
          chart.control().dispose();
        }
        chart = new ChartCanvas(box, name);
        charted = name;
        GridDataFactory.fillDefaults()
            .grab(true, true)
            .hint(SWT.DEFAULT, LEAST_HEIGHT)
            .applyTo(chart.control());
      }
      return chart;
    }

    void setFocus() {
      if (chart != null) {
        chart.control().setFocus();
      } else {
        box.setFocus();
      }
    }
  }
}
