package org.pentimento.workbench.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.custody.CustodyView;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.form.FindKey;
import org.pentimento.workbench.selection.PairViewer;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.NaturalOrder;
import org.pentimento.workbench.table.SearchWords;
import org.pentimento.workbench.table.SortableColumn;

/**
 * Searches everything that the open cases hold while words are typed. Enter or a double click opens
 * what was found.
 */
public final class SearchView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.search";

  private static final int TYPING_MS = 250;
  private static final String HINT =
      "Finds names, findings, notes, bookmarks, tags, plans, models, files and log entries of the"
          + " open cases that have all words.";

  private @Nullable Text field;
  private @Nullable Label told;
  private @Nullable TableViewer viewer;
  private @Nullable SearchJob running;

  @Override
  public void createPartControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(box);
    Text typed = new Text(box, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    typed.setMessage("Search in the open cases");
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(typed);
    Label label = new Label(box, SWT.WRAP);
    label.setText(HINT);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(6, 0)
        .hint(200, SWT.DEFAULT)
        .applyTo(label);
    TableViewer table = table(box);
    field = typed;
    told = label;
    viewer = table;
    Runnable search = this::search;
    typed.addModifyListener(e -> typed.getDisplay().timerExec(TYPING_MS, search));
    typed.addListener(SWT.DefaultSelection, e -> search());
    typed.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.ARROW_DOWN) {
            table.getControl().setFocus();
            if (table.getTable().getItemCount() > 0) {
              table.getTable().setSelection(Math.max(0, table.getTable().getSelectionIndex()));
            }
          }
        });
    table.addDoubleClickListener(
        e -> {
          if (table.getStructuredSelection().getFirstElement() instanceof Hit hit) {
            open(hit);
          }
        });
    FindKey.on(getSite(), this::setFocus);
  }

  private static TableViewer table(Composite box) {
    Composite below = new Composite(box, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    TableColumnLayout layout = new TableColumnLayout();
    below.setLayout(layout);
    TableViewer viewer =
        new TableViewer(below, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.getTable().setHeaderVisible(true);
    CopyRows.on(viewer.getTable());
    ColumnViewerToolTipSupport.enableFor(viewer);
    column(viewer, layout, "Kind", 10, 80, h -> h.kind().word());
    column(viewer, layout, "What", 32, 120, Hit::name);
    column(viewer, layout, "Found in", 46, 140, Hit::text);
    column(viewer, layout, "Case", 12, 60, hit -> OpenCase.name(hit.caseFolder()));
    return viewer;
  }

  private static void column(
      TableViewer viewer,
      TableColumnLayout layout,
      String name,
      int weight,
      int least,
      Function<Hit, String> text) {
    TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
    column.getColumn().setText(name);
    layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least, true));
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return text.apply((Hit) element).replaceAll("\\s+", " ");
          }

          @Override
          public String getToolTipText(Object element) {
            return text.apply((Hit) element);
          }
        });
    SortableColumn.on(
        viewer,
        column.getColumn(),
        Hit.class,
        (one, other) -> NaturalOrder.TEXTS.compare(text.apply(one), text.apply(other)));
  }

  private void search() {
    Text typed = requireNonNull(field);
    if (typed.isDisposed()) {
      return;
    }
    if (running != null) {
      running.cancel();
      running = null;
    }
    SearchWords words = SearchWords.of(typed.getText());
    if (words.none()) {
      show(List.of(), HINT);
      return;
    }
    SearchJob[] mine = new SearchJob[1];
    mine[0] =
        new SearchJob(
            words,
            outcome -> {
              if (mine[0] == running && !typed.isDisposed()) {
                running = null;
                show(outcome);
              }
            });
    running = mine[0];
    requireNonNull(told).setText("Searching …");
    mine[0].schedule();
  }

  private void show(SearchJob.Outcome outcome) {
    List<Hit> hits = outcome.hits();
    int all = hits.size();
    List<Hit> listed = all > SearchJob.MOST ? hits.subList(0, SearchJob.MOST) : hits;
    String count =
        all == 0 ? "Nothing has all these words." : NumberWords.count(all, "place", "places");
    show(
        listed,
        count
            + (all > listed.size() ? ", the first " + listed.size() + " listed" : "")
            + (outcome.problem().isEmpty() ? "" : ". " + outcome.problem()));
  }

  private void show(List<Hit> hits, String words) {
    requireNonNull(viewer).setInput(hits);
    Label label = requireNonNull(told);
    label.setText(words.replace("&", "&&"));
    label.getParent().layout();
  }

  private void open(Hit hit) {
    IWorkbenchPage page = getSite().getPage();
    try {
      if (hit.place() instanceof Place.InTree tree) {
        ((CaseExplorer) page.showView(CaseExplorer.ID)).show(tree.node());
      } else if (hit.place() instanceof Place.InViewer viewed) {
        PairViewer.open(getSite(), viewed.pair(), "");
      } else if (hit.place() instanceof Place.InLog log) {
        ((CustodyView) page.showView(CustodyView.ID)).reveal(hit.caseFolder(), log.entry());
      }
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  @Override
  public void setFocus() {
    Text typed = requireNonNull(field);
    typed.setFocus();
    typed.selectAll();
  }

  @Override
  public void dispose() {
    if (running != null) {
      running.cancel();
    }
    super.dispose();
  }
}
