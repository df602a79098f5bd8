package org.pentimento.workbench.run.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.run.page.RunPage;
import org.pentimento.workbench.run.page.Shown;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.SortableColumn;

/**
 * All comparisons of a run: a row for each generator or model, attack and seed. A double click
 * shows the comparison on the other pages.
 */
public final class AllComparisonsPage implements RunPage {
  private static final int WIDEST = 320;
  private static final int MARGIN = 18;

  private final Composite box;
  private final Label count;
  private final TableViewer viewer;
  private final ChosenColumns chosen = new ChosenColumns();
  private List<RunColumn> columns = List.of();
  private @Nullable RunResult result;

  /**
   * Makes an empty page.
   *
   * @param open called with the id of a comparison that a person wants to see
   */
  public AllComparisonsPage(Composite parent, Consumer<String> open) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
    Composite bar = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).numColumns(2).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    count = new Label(bar, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
    Button choose = new Button(bar, SWT.PUSH);
    choose.setText("&Columns …");
    choose.setToolTipText("Chooses what the table shows");
    choose.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseColumns()));
    viewer = new TableViewer(box, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    CopyRows.on(table);
    viewer.addDoubleClickListener(
        e -> {
          if (viewer.getStructuredSelection().getFirstElement() instanceof Comparison c) {
            open.accept(c.id());
          }
        });
    GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(table);
  }

  @Override
  public Control control() {
    return box;
  }

  @Override
  public void show(Shown shown) {
    if (shown.result() != result) {
      result = shown.result();
      columns = RunColumn.of(shown.result());
      List<Comparison> comparisons = shown.result().comparisons();
      count.setText(
          NumberWords.count(comparisons.size(), "comparison", "comparisons")
              + ". A double click shows one on the other pages.");
      make();
    }
  }

  /** Makes the columns that are wanted, as wide as their content, and fills them. */
  private void make() {
    RunResult of = result;
    if (of == null) {
      return;
    }
    Table table = viewer.getTable();
    table.setRedraw(false);
    viewer.setInput(List.of());
    viewer.setComparator(null);
    table.setSortColumn(null);
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    chosen.of(columns).forEach(this::add);
    viewer.setInput(of.comparisons());
    for (TableColumn column : table.getColumns()) {
      column.pack();
      column.setWidth(Math.min(WIDEST, column.getWidth() + MARGIN));
    }
    table.setRedraw(true);
  }

  private void add(RunColumn column) {
    TableViewerColumn made =
        new TableViewerColumn(viewer, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
    TableColumn head = made.getColumn();
    head.setText(column.title());
    head.setToolTipText(column.help());
    head.setMoveable(true);
    made.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return column.text().apply((Comparison) element);
          }

          @Override
          public @Nullable String getToolTipText(Object element) {
            String detail = column.detail().apply((Comparison) element);
            String text = getText(element);
            return !detail.isEmpty() ? detail : text.length() > MARGIN ? text : null;
          }
        });
    SortableColumn.on(viewer, head, Comparison.class, column.order());
  }

  private void chooseColumns() {
    ListSelectionDialog dialog =
        ListSelectionDialog.of(columns)
            .contentProvider(ArrayContentProvider.getInstance())
            .labelProvider(
                LabelProvider.createTextProvider(
                    c -> ((RunColumn) c).title() + " – " + ((RunColumn) c).help()))
            .title("Columns of the Table")
            .message("What the table of all comparisons shows, of every run:")
            .preselect(new ArrayList<>(chosen.of(columns)).toArray())
            .create(box.getShell());
    if (dialog.open() == Window.OK) {
      chosen.choose(columns, Arrays.stream(dialog.getResult()).map(RunColumn.class::cast).toList());
      make();
    }
  }

  @Override
  public void mark(String pair) {
    // means are taken over all pairs
  }

  @Override
  public void setFocus() {
    viewer.getControl().setFocus();
  }
}
