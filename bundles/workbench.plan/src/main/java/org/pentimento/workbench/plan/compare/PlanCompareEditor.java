package org.pentimento.workbench.plan.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.RecordedPlan;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceEditor;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.plan.compare.PlanDifferences.Row;
import org.pentimento.workbench.table.CopyRows;

/** Shows plans side by side: a row for each value in which they differ, or for all values. */
public final class PlanCompareEditor extends EvidenceEditor {
  /** As {@code plugin.xml} names it. */
  static final String ID = "org.pentimento.workbench.plan.compare";

  private @Nullable Page page;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof PlanCompareInput)) {
      throw new PartInitException("This editor compares plans.");
    }
    setSite(site);
    setInput(input);
    setPartName(input.getName());
  }

  @Override
  public void createPartControl(Composite parent) {
    PlanCompareInput input = (PlanCompareInput) getEditorInput();
    Page made = new Page(parent);
    page = made;
    Display display = parent.getDisplay();
    Job job =
        Job.createSystem(
            "Reading " + input.getName(),
            (ICoreRunnable)
                monitor -> {
                  Runnable then = read(input, made);
                  if (!display.isDisposed()) {
                    display.asyncExec(then);
                  }
                });
    job.schedule();
  }

  private static Runnable read(PlanCompareInput input, Page page) {
    List<String> names = new ArrayList<>();
    List<String> plans = new ArrayList<>();
    try {
      for (IEditorInput plan : input.plans()) {
        String name = plan.getName() + (plan instanceof PlanInput ? " (draft)" : "");
        int twice = 2;
        String apart = name;
        while (names.contains(apart)) {
          apart = name + " (" + twice++ + ")";
        }
        names.add(apart);
        plans.add(text(plan));
      }
    } catch (IOException | UncheckedIOException e) {
      return () -> page.tell("The plans cannot be compared: " + e.getMessage());
    }
    PlanDifferences differences = PlanDifferences.of(names, plans);
    return () -> page.show(differences);
  }

  private static String text(IEditorInput plan) throws IOException {
    if (plan instanceof PlanInput draft) {
      return Files.readString(draft.file());
    }
    CaseInput recorded = (CaseInput) plan;
    return RecordedPlan.text(recorded.caseFolder(), recorded.id());
  }

  @Override
  public void setFocus() {
    if (page != null) {
      page.viewer.getControl().setFocus();
    }
  }

  /** The editor's controls. */
  private static final class Page {
    private final Composite box;
    private final Label facts;
    private final Button all;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final TableViewer viewer;
    private @Nullable PlanDifferences shown;

    Page(Composite parent) {
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.swtDefaults().margins(12, 8).spacing(10, 6).numColumns(2).applyTo(box);
      Label title = new Label(box, SWT.NONE);
      title.setFont(JFaceResources.getHeaderFont());
      title.setText("Plans side by side");
      GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(title);
      facts = new Label(box, SWT.WRAP);
      facts.setText("Reading …");
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .align(SWT.FILL, SWT.CENTER)
          .hint(200, SWT.DEFAULT)
          .applyTo(facts);
      all = new Button(box, SWT.CHECK);
      all.setText("&Equal values too");
      all.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> filter()));
      Composite frame = new Composite(box, SWT.NONE);
      frame.setLayout(layout);
      GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(frame);
      viewer = new TableViewer(frame, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
      viewer.setContentProvider(ArrayContentProvider.getInstance());
      viewer.getTable().setHeaderVisible(true);
      ColumnViewerToolTipSupport.enableFor(viewer);
      CopyRows.on(viewer.getTable());
    }

    void tell(String words) {
      if (!box.isDisposed()) {
        facts.setText(words.replace("&", "&&"));
        box.layout(true, true);
      }
    }

    void show(PlanDifferences differences) {
      if (box.isDisposed()) {
        return;
      }
      shown = differences;
      column("Setting", 34, -1);
      for (int i = 0; i < differences.names().size(); i++) {
        column(differences.names().get(i), 33, i);
      }
      long differing = differences.rows().stream().filter(Row::differs).count();
      tell(
          differing == 0
              ? "The plans say the same."
              : "They differ in "
                  + NumberWords.count(differing, "value", "values")
                  + ". Where nothing stands, a plan does not say, and the default counts.");
      filter();
    }

    private void filter() {
      PlanDifferences now = shown;
      if (now != null) {
        viewer.setInput(
            now.rows().stream().filter(row -> all.getSelection() || row.differs()).toList());
      }
    }

    private void column(String title, int weight, int plan) {
      TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(title.replace("&", "&&"));
      column.getColumn().setToolTipText(title.replace("&", "&&"));
      layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 140, true));
      column.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
              Row row = (Row) element;
              return plan < 0 ? row.path() : row.values().get(plan);
            }

            @Override
            public String getToolTipText(Object element) {
              return getText(element).replace("&", "&&");
            }

            @Override
            public @Nullable Font getFont(Object element) {
              return plan >= 0 && all.getSelection() && ((Row) element).differs()
                  ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                  : null;
            }
          });
    }
  }
}
