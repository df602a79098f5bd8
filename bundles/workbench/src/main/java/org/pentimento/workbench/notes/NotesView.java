package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.look.Icons;
import org.pentimento.workbench.selection.NoteTarget;
import org.pentimento.workbench.selection.PairViewer;
import org.pentimento.workbench.table.CopyRows;

/** The notes and bookmarks of the open cases. A double click opens what a note is about. */
public final class NotesView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.notes";

  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private @Nullable Pane pane;

  /**
   * A note, or a bookmark without one.
   *
   * @param bookmarked whether its subject has a bookmark now
   */
  private record Row(OpenCase.Read of, CaseNotes.Noted noted, boolean bookmarked) {
    Note note() {
      return noted.note();
    }

    String about() {
      return NoteTarget.about(of, note().subject());
    }

    String by() {
      return noted.entry().actor() + (noted.isRecorded() ? "" : ", waits for the log");
    }

    Optional<RunRecord> run(String id) {
      return of.runs().stream().filter(r -> r.id().equals(id)).findFirst();
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent);
    pane = created;
    created.viewer.addDoubleClickListener(
        e -> {
          if (((IStructuredSelection) e.getSelection()).getFirstElement() instanceof Row row) {
            open(row);
          }
        });
    Action only =
        new Action("Bookmarks Only", IAction.AS_CHECK_BOX) {
          @Override
          public void run() {
            created.only = isChecked();
            created.show(cases.all());
          }
        };
    only.setImageDescriptor(Icons.BOOKMARK.descriptor());
    only.setToolTipText("Show bookmarks only");
    getViewSite().getActionBars().getToolBarManager().add(only);
    Display display = parent.getDisplay();
    Runnable changed =
        () -> {
          if (!display.isDisposed()) {
            display.asyncExec(() -> created.show(cases.all()));
          }
        };
    cases.addListener(changed);
    parent.addDisposeListener(e -> cases.removeListener(changed));
    created.show(cases.all());
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.viewer.getControl().setFocus();
    }
  }

  private void open(Row row) {
    Path folder = row.of().folder();
    Note.Subject subject = row.note().subject();
    IWorkbenchPage page = getSite().getPage();
    try {
      switch (subject.kind()) {
        case PAIR -> PairViewer.open(getSite(), NoteTarget.pair(folder, subject), "");
        case RUN -> openRun(page, folder, row, subject.id());
        case FINDING -> openRun(page, folder, row, NoteTarget.runOfFinding(subject));
        default -> {}
      }
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  private static void openRun(IWorkbenchPage page, Path folder, Row row, String run)
      throws PartInitException {
    String name = row.run(run).map(RunRecord::name).orElse(run);
    CaseInput input = new CaseInput(folder, CaseInput.Kind.RUN, run, name);
    page.openEditor(input, input.kind().editor());
  }

  /** Count and table. */
  private static final class Pane {
    private final Composite box;
    private final Label title;
    private final TableViewer viewer;
    private boolean only;

    Pane(Composite parent) {
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
      title = new Label(box, SWT.WRAP);
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .indent(6, 4)
          .hint(200, SWT.DEFAULT)
          .applyTo(title);
      Composite below = new Composite(box, SWT.NONE);
      GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
      TableColumnLayout layout = new TableColumnLayout();
      below.setLayout(layout);
      viewer = new TableViewer(below, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
      viewer.setContentProvider(ArrayContentProvider.getInstance());
      viewer.getTable().setHeaderVisible(true);
      CopyRows.on(viewer.getTable());
      ColumnViewerToolTipSupport.enableFor(viewer);
      column(layout, "", 3, 28, r -> r.bookmarked() ? "★" : "");
      column(layout, "About", 30, 100, Row::about);
      column(layout, "Note", 45, 120, r -> r.note().text());
      column(layout, "By", 14, 60, Row::by);
      column(layout, "Time", 14, 110, r -> Byline.time(r.noted().entry()));
      column(layout, "Case", 12, 60, r -> r.of().name());
    }

    private void column(
        TableColumnLayout layout, String name, int weight, int least, Function<Row, String> text) {
      TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(name);
      layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least, true));
      column.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
              return text.apply((Row) element).replaceAll("\\s+", " ");
            }

            @Override
            public String getToolTipText(Object element) {
              return text.apply((Row) element);
            }
          });
    }

    void show(List<OpenCase> open) {
      if (box.isDisposed()) {
        return;
      }
      List<Row> rows = new ArrayList<>();
      for (OpenCase c : open) {
        if (c instanceof OpenCase.Read read) {
          rows.addAll(rows(read));
        }
      }
      rows.removeIf(r -> only && !r.bookmarked());
      rows.sort(Comparator.comparing((Row r) -> r.noted().entry().time()).reversed());
      viewer.setInput(rows);
      title.setText(
          rows.isEmpty()
              ? "Nothing is noted yet. Select a pair, a run, a finding or a report, and press"
                  + " Ctrl+Shift+N for a note, Ctrl+B for a bookmark."
              : rows.size() == 1 ? "1 note or bookmark" : rows.size() + " notes and bookmarks");
      box.layout();
    }

    /** Each note, and each bookmark that has none, by the entry that set it. */
    private static List<Row> rows(OpenCase.Read read) {
      CaseNotes all = read.notes();
      List<Row> rows = new ArrayList<>();
      Set<Note.Subject> seen = new HashSet<>();
      for (int i = all.notes().size() - 1; i >= 0; i--) {
        CaseNotes.Noted noted = all.notes().get(i);
        Note.Subject subject = noted.note().subject();
        boolean bookmarked = all.bookmarks().contains(subject);
        boolean first = seen.add(subject);
        if (!noted.note().text().isEmpty() || bookmarked && first && all.about(subject).isEmpty()) {
          rows.add(new Row(read, noted, bookmarked));
        }
      }
      return rows;
    }
  }
}
