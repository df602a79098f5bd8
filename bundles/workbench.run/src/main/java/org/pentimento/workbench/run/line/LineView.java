package org.pentimento.workbench.run.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.line.Line;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.run.live.LiveRuns;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.table.CopyRows;

/** The view of the plans of the open cases that run or wait in line, which it can change. */
public final class LineView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.run.line";

  private static final long LOOK_MS = 1500;

  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final LiveRuns live = PlatformUI.getWorkbench().getService(LiveRuns.class);
  private final Look look = new Look();
  private @Nullable TableViewer viewer;
  private @Nullable Label title;
  private @Nullable Composite box;
  private Seen seen = new Seen(List.of(), Set.of());

  /** What stands in the lines. */
  private record Seen(List<LineRow> rows, Set<String> paused) {}

  /** What is done to a line. */
  private interface Change {
    void to(Line line) throws IOException;
  }

  @Override
  public void createPartControl(Composite parent) {
    Composite all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(all);
    box = all;
    Label head = new Label(all, SWT.NONE);
    head.setText("Reading …");
    GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(head);
    title = head;
    Composite below = new Composite(all, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    TableColumnLayout layout = new TableColumnLayout();
    below.setLayout(layout);
    TableViewer table = new TableViewer(below, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
    table.setContentProvider(ArrayContentProvider.getInstance());
    table.getTable().setHeaderVisible(true);
    column(table, layout, "State", 20, LineRow::state);
    column(table, layout, "Plan", 30, row -> row.place().plan());
    column(table, layout, "Left", 36, this::left);
    column(table, layout, "In line since", 24, LineRow::since);
    column(table, layout, "Case", 16, LineRow::caseName);
    CopyRows.on(table.getTable());
    viewer = table;
    getSite().setSelectionProvider(table);
    IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
    bar.add(
        action(
            "Move Up",
            "Lets the selected plans go earlier",
            () -> move(List.copyOf(selected()), -1)));
    bar.add(
        action(
            "Move Down", "Lets the selected plans go later", () -> move(reversed(selected()), 1)));
    bar.add(
        action(
            "Take Out",
            "Takes the selected plans that wait out of the line; what runs is ended in Progress",
            () -> selected().forEach(r -> change(r.caseFolder(), l -> l.remove(r.place().id())))));
    bar.add(
        action(
            "Pause",
            "Lets nobody's turn come in the case of the selected plan, or in the case that is"
                + " selected in Cases, until you press Resume; what runs goes on",
            () -> folders().forEach(folder -> change(folder, Line::pause))));
    bar.add(
        action(
            "Resume",
            "Lets the next plan's turn come again in that case",
            () -> folders().forEach(folder -> change(folder, Line::resume))));
    look.schedule();
  }

  private static void column(
      TableViewer viewer,
      TableColumnLayout layout,
      String name,
      int weight,
      Function<LineRow, String> text) {
    TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
    column.getColumn().setText(name);
    layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60, true));
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return text.apply((LineRow) element);
          }
        });
  }

  private static Action action(String name, String help, Runnable what) {
    Action action =
        new Action(name) {
          @Override
          public void run() {
            what.run();
          }
        };
    action.setToolTipText(help);
    return action;
  }

  private String left(LineRow row) {
    if (row.place().waits()) {
      return "";
    }
    return live.of(row.caseFolder())
        .filter(run -> run.isRunning() && !run.isWaiting())
        .map(run -> run.now().whole())
        .map(JobEvent.Whole::words)
        .orElse("");
  }

  private List<LineRow> selected() {
    List<LineRow> rows = new ArrayList<>();
    if (viewer != null) {
      for (Object one : viewer.getStructuredSelection()) {
        rows.add((LineRow) one);
      }
    }
    return rows;
  }

  private static List<LineRow> reversed(List<LineRow> rows) {
    List<LineRow> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return reversed;
  }

  /**
   * The cases of the selected plans, or else those that are selected in the tree, or else the only
   * one that is open. Says what to do if there is none.
   */
  private Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    selected().forEach(row -> folders.add(row.caseFolder()));
    if (folders.isEmpty()
        && getSite().getPage().getSelection(CaseExplorer.ID) instanceof IStructuredSelection tree) {
      for (Object one : tree) {
        if (one instanceof Node node) {
          folders.add(node.caseFolder());
        }
      }
    }
    List<OpenCase> open = cases.all();
    if (folders.isEmpty() && open.size() == 1) {
      folders.add(open.get(0).folder());
    }
    if (folders.isEmpty() && title != null) {
      title.setText("Select a plan here, or a case in Cases: several cases are open.");
    }
    return folders;
  }

  private void move(List<LineRow> rows, int by) {
    for (LineRow row : rows) {
      if (row.place().waits()) {
        change(row.caseFolder(), line -> line.move(row.place().id(), row.number() - 1 + by));
      }
    }
  }

  /** Changes a line, in the background, and looks at it again. */
  private void change(Path folder, Change what) {
    Job job =
        new Job("Changing the line of " + folder.getFileName()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              what.to(Line.of(folder));
              return Status.OK_STATUS;
            } catch (IOException e) {
              StatusManager.getManager()
                  .handle(
                      Status.error("The line cannot be changed: " + e.getMessage(), e),
                      StatusManager.SHOW);
              return Status.OK_STATUS;
            } finally {
              look.schedule();
            }
          }
        };
    job.setSystem(true);
    job.setRule(look.changes);
    job.schedule();
  }

  /** Looks at the lines again and again as long as the view is there. */
  private final class Look extends Job {
    /** Changes come one after the other, in their order. */
    private final OneAtATime changes = new OneAtATime();

    Look() {
      super("Looking at plans in line");
      setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
      Composite shown = box;
      if (shown == null || shown.isDisposed()) {
        return Status.OK_STATUS;
      }
      List<LineRow> rows = new ArrayList<>();
      Set<String> paused = new TreeSet<>();
      for (OpenCase one : cases.all()) {
        try {
          Line line = Line.of(one.folder());
          rows.addAll(LineRow.of(one.folder(), line));
          if (line.paused()) {
            paused.add(String.valueOf(one.folder().getFileName()));
          }
        } catch (IOException e) {
          continue; // it cannot be read, which its node in the tree says
        }
      }
      Display display = PlatformUI.getWorkbench().getDisplay();
      if (!display.isDisposed()) {
        display.asyncExec(() -> show(new Seen(rows, paused)));
        schedule(LOOK_MS);
      }
      return Status.OK_STATUS;
    }
  }

  private void show(Seen now) {
    TableViewer table = viewer;
    Label head = title;
    if (table == null || head == null || table.getControl().isDisposed()) {
      return;
    }
    if (now.equals(seen) && head.getText().equals(words(now))) {
      table.refresh(true); // what is left changes all the time
      return;
    }
    seen = now;
    List<String> ids = selected().stream().map(row -> row.place().id()).toList();
    table.setInput(now.rows());
    table.setSelection(
        new StructuredSelection(
            now.rows().stream().filter(row -> ids.contains(row.place().id())).toList()));
    head.setText(words(now));
  }

  private static String words(Seen now) {
    long waiting = now.rows().stream().filter(row -> row.place().waits()).count();
    String text =
        now.rows().isEmpty()
            ? "No plan of the open cases runs or waits in line."
            : now.rows().size() - waiting + " running, " + waiting + " waiting.";
    return now.paused().isEmpty()
        ? text
        : text + " Paused until you press Resume: " + String.join(", ", now.paused()) + ".";
  }

  @Override
  public void setFocus() {
    if (viewer != null) {
      viewer.getControl().setFocus();
    }
  }
}
