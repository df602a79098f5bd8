package org.pentimento.workbench.run.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.RunClaim.Severity;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.integrity.CaseChecks;
import org.pentimento.workbench.run.ShowsComparison;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.SortableColumn;

/** The view of everything that the open cases claim. A double click leads to the evidence. */
public final class FindingsView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.run.findings";

  private static final Map<Severity, String> IMAGES =
      Map.of(
          Severity.SERIOUS, ISharedImages.IMG_OBJS_ERROR_TSK,
          Severity.WARNING, ISharedImages.IMG_OBJS_WARN_TSK,
          Severity.RESULT, ISharedImages.IMG_OBJ_ELEMENT,
          Severity.REMARK, ISharedImages.IMG_OBJS_INFO_TSK);

  private final CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final Map<Enum<?>, Boolean> shown = new LinkedHashMap<>();
  private @Nullable Pane pane;

  @Override
  public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
    super.init(site, memento);
    for (Enum<?> filter : filters()) {
      Boolean before = memento == null ? null : memento.getBoolean(filter.name());
      shown.put(filter, before == null || before);
    }
  }

  @Override
  public void saveState(IMemento memento) {
    shown.forEach((filter, visible) -> memento.putBoolean(filter.name(), visible));
  }

  private static List<Enum<?>> filters() {
    List<Enum<?>> filters = new ArrayList<>(List.of(FindingKind.values()));
    filters.addAll(List.of(Severity.values()));
    return filters;
  }

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent, getSite().getPage(), shown);
    pane = created;
    getSite().setSelectionProvider(created.viewer);
    Display display = parent.getDisplay();
    Runnable changed =
        () -> {
          List<FindingRow> read = FindingRow.of(cases.all(), checks.alarms());
          if (!display.isDisposed()) {
            display.asyncExec(() -> created.show(read));
          }
        };
    cases.addListener(changed);
    checks.addListener(changed);
    parent.addDisposeListener(
        e -> {
          cases.removeListener(changed);
          checks.removeListener(changed);
        });
    for (FindingKind kind : FindingKind.values()) {
      Action filter = filter(created, kind, ConditionNames.capital(kind.word()));
      filter.setToolTipText(kind.explanation());
      getViewSite().getActionBars().getToolBarManager().add(filter);
    }
    for (Severity severity : Severity.values()) {
      Action filter = filter(created, severity, severity.title());
      filter.setImageDescriptor(
          PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(IMAGES.get(severity)));
      filter.setToolTipText("Show findings that are " + words(severity));
      getViewSite().getActionBars().getToolBarManager().add(filter);
    }
    changed.run();
  }

  private Action filter(Pane of, Enum<?> what, String name) {
    Action filter =
        new Action(name, IAction.AS_CHECK_BOX) {
          @Override
          public void run() {
            shown.put(what, isChecked());
            of.filter();
          }
        };
    filter.setChecked(shown.getOrDefault(what, true));
    return filter;
  }

  private static String words(Severity severity) {
    return switch (severity) {
      case SERIOUS -> "serious";
      case WARNING -> "warnings";
      case RESULT -> "results of simulations";
      case REMARK -> "remarks";
    };
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.viewer.getControl().setFocus();
    }
  }

  /** The view's controls: how many findings there are, and their table. */
  private static final class Pane {
    private final IWorkbenchPage page;
    private final Map<Enum<?>, Boolean> shown;
    private final Composite box;
    private final Label title;
    private final TableViewer viewer;
    private List<FindingRow> all = List.of();

    Pane(Composite parent, IWorkbenchPage page, Map<Enum<?>, Boolean> shown) {
      this.page = page;
      this.shown = shown;
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
      title = new Label(box, SWT.NONE);
      title.setText("Reading …");
      GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(title);
      Composite below = new Composite(box, SWT.NONE);
      GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
      TableColumnLayout layout = new TableColumnLayout();
      below.setLayout(layout);
      viewer = new TableViewer(below, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
      viewer.setContentProvider(ArrayContentProvider.getInstance());
      viewer.getTable().setHeaderVisible(true);
      ColumnViewerToolTipSupport.enableFor(viewer);
      column(
          layout,
          "Severity",
          12,
          f -> f.severity().title(),
          Comparator.comparing(FindingRow::severity));
      column(
          layout,
          "Kind",
          14,
          f -> ConditionNames.capital(f.kind().word()),
          Comparator.comparing(FindingRow::kind));
      column(
          layout, "Finding", 62, FindingRow::sentence, Comparator.comparing(FindingRow::sentence));
      column(
          layout,
          "Model and attack",
          34,
          FindingRow::where,
          Comparator.comparing(FindingRow::where));
      column(layout, "Run", 20, Pane::run, Comparator.comparing(Pane::run));
      column(
          layout,
          "Case",
          14,
          finding -> OpenCase.name(finding.caseFolder()),
          Comparator.comparing(finding -> OpenCase.name(finding.caseFolder())));
      CopyRows.on(viewer.getTable());
      viewer.addDoubleClickListener(
          e -> {
            if (((IStructuredSelection) e.getSelection()).getFirstElement()
                instanceof FindingRow f) {
              open(f);
            }
          });
    }

    private static String run(FindingRow finding) {
      CaseInput run = finding.run();
      return run == null ? "" : run.name();
    }

    /** Room for the longest severity with its picture. */
    private static final int LEAST_WIDTH = 92;

    private void column(
        TableColumnLayout layout,
        String name,
        int weight,
        Function<FindingRow, String> text,
        Comparator<FindingRow> order) {
      TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
      TableColumn head = column.getColumn();
      head.setText(name);
      layout.setColumnData(head, new ColumnWeightData(weight, LEAST_WIDTH, true));
      boolean first = viewer.getTable().getColumnCount() == 1;
      column.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
              return text.apply((FindingRow) element);
            }

            @Override
            public @Nullable Image getImage(Object element) {
              return first
                  ? PlatformUI.getWorkbench()
                      .getSharedImages()
                      .getImage(IMAGES.get(((FindingRow) element).severity()))
                  : null;
            }

            @Override
            public String getToolTipText(Object element) {
              return text.apply((FindingRow) element);
            }
          });
      SortableColumn.on(viewer, head, FindingRow.class, order);
    }

    void show(List<FindingRow> read) {
      if (!box.isDisposed()) {
        all = read;
        filter();
      }
    }

    void filter() {
      List<FindingRow> visible =
          all.stream()
              .filter(f -> shown.getOrDefault(f.severity(), true))
              .filter(f -> shown.getOrDefault(f.kind(), true))
              .sorted(Comparator.comparing(FindingRow::kind).thenComparing(FindingRow::severity))
              .toList();
      viewer.setInput(visible);
      int hidden = all.size() - visible.size();
      title.setText(
          all.isEmpty()
              ? "The open cases claim nothing yet."
              : Stream.of(FindingKind.values())
                      .map(this::summary)
                      .filter(part -> !part.isEmpty())
                      .collect(Collectors.joining("; "))
                  + (hidden == 0 ? "" : "; " + hidden + " hidden"));
    }

    /** Such as {@code Evidence: 3, of these 1 serious, 1 warning}; empty if there is none. */
    private String summary(FindingKind kind) {
      List<FindingRow> of = all.stream().filter(f -> f.kind() == kind).toList();
      if (of.isEmpty()) {
        return "";
      }
      String alarms =
          Stream.of(Severity.SERIOUS, Severity.WARNING)
              .map(
                  severity -> NumberWords.count(count(of, severity), one(severity), many(severity)))
              .filter(part -> !part.startsWith("0 "))
              .collect(Collectors.joining(", "));
      return ConditionNames.capital(kind.word())
          + ": "
          + of.size()
          + (alarms.isEmpty() ? "" : ", of these " + alarms);
    }

    private static String one(Severity severity) {
      return severity == Severity.SERIOUS ? "serious" : "warning";
    }

    private static String many(Severity severity) {
      return severity == Severity.SERIOUS ? "serious" : "warnings";
    }

    private static long count(List<FindingRow> rows, Severity severity) {
      return rows.stream().filter(f -> f.severity() == severity).count();
    }

    private void open(FindingRow finding) {
      CaseInput run = finding.run();
      if (run == null) {
        return;
      }
      try {
        IEditorPart editor = page.openEditor(run, run.kind().editor());
        ShowsComparison shows = editor.getAdapter(ShowsComparison.class);
        if (shows != null && !finding.comparison().isEmpty()) {
          shows.show(finding.comparison());
        }
      } catch (PartInitException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
      }
    }
  }
}
