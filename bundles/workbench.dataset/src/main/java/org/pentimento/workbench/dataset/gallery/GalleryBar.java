package org.pentimento.workbench.dataset.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.dataset.contents.Arrangement;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.Arrangement.Show;
import org.pentimento.workbench.dataset.contents.Series;
import org.pentimento.workbench.form.ChoiceBar;

/** The controls above the gallery that filter and sort it. */
final class GalleryBar {
  /** Hears of the user's choices. */
  interface Client {
    /** The user has chosen another arrangement. */
    void changed();

    /** The user has chosen what the pairs are sorted by; {@link #changed} follows. */
    void sorted();

    /** The user turns from the filter to the gallery. */
    void leave();
  }

  /**
   * What the controls say.
   *
   * @param arrangement complete but for the figures of {@code series}
   * @param series the figures to sort by, null if another property is sorted by
   */
  record Choice(Arrangement arrangement, @Nullable Series series) {}

  /** An entry of the choice that sorts. */
  private record Sorting(String title, Order.Kind kind, String name) {}

  private static final Sorting SIMILARITY =
      new Sorting("similarity to the selected pair", Order.Kind.SIMILARITY, "");
  private static final Sorting UNSORTED = new Sorting("data set's order", Order.Kind.AS_IS, "");
  private static final String SAVED = "Saved filters";
  private static final String SAVE = "Save this filter …";
  private static final String DELETE = "Delete filters …";
  private static final int TYPING_MS = 150;
  private static final int FILTER_WIDTH = 220;
  private static final int FIGURES_WIDTH = 300;

  private final Client client;
  private final Composite tools;
  private final Composite order;
  private final Text filter;
  private final Combo show;
  private final Combo sort;
  private final Combo figures;
  private final Button descending;
  private final Combo saved;
  private List<Sorting> sortings = List.of();
  private List<Series> measured = List.of();
  private List<Series> offered = List.of();

  GalleryBar(Composite parent, Client client) {
    this.client = client;
    tools = ChoiceBar.bar(parent, 0, 0);
    filter = new Text(tools, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Filter by id, person, attribute or tag");
    filter.setToolTipText(
        "Words that all have to occur in the id, the person, the attributes or the tags;"
            + " name=value asks for an attribute, tag=value for a tag (Ctrl+F)");
    named(filter, "Filter");
    filter.setLayoutData(new RowData(FILTER_WIDTH, SWT.DEFAULT));
    show = combo(tools, "Which pairs are shown");
    Arrays.stream(Show.values()).forEach(s -> show.add(s.title()));
    show.select(0);
    order = new Composite(tools, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(order);
    Label by = new Label(order, SWT.NONE);
    by.setText("Sort by");
    sort = combo(order, "By what the pairs are sorted");
    for (Control control : order.getChildren()) {
      GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(control);
    }
    figures = combo(order, "Of which run and under which condition the metric was measured");
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .hint(FIGURES_WIDTH, SWT.DEFAULT)
        .exclude(true)
        .applyTo(figures);
    figures.setVisible(false);
    descending = new Button(order, SWT.TOGGLE);
    named(descending, "Descending");
    showDirection();
    saved = combo(tools, "Filters and orders that are kept under a name");
    offerSaved();
    setEnabled(false);
    listen();
  }

  private void offerSaved() {
    List<String> items = new ArrayList<>();
    items.add(SAVED);
    items.addAll(SavedFilters.names());
    items.add(SAVE);
    if (items.size() > 2) {
      items.add(DELETE);
    }
    saved.setItems(items.toArray(String[]::new));
    saved.select(0);
    saved.requestLayout();
  }

  private void chosenSaved() {
    int at = saved.getSelectionIndex();
    String name = saved.getText();
    int names = SavedFilters.names().size();
    saved.select(0);
    if (at == names + 1) {
      saveAs();
    } else if (at == names + 2) {
      delete();
    } else if (at > 0) {
      SavedFilters.apply(name, this);
      client.changed();
    }
    offerSaved();
  }

  private void delete() {
    ListSelectionDialog dialog =
        ListSelectionDialog.of(SavedFilters.names())
            .contentProvider(ArrayContentProvider.getInstance())
            .labelProvider(new LabelProvider())
            .title("Delete Filters")
            .message("Filters to delete:")
            .create(tools.getShell());
    if (dialog.open() == Window.OK) {
      Stream.of(dialog.getResult()).map(String::valueOf).forEach(SavedFilters::delete);
    }
  }

  private void saveAs() {
    InputDialog dialog =
        new InputDialog(
            tools.getShell(),
            "Save This Filter",
            "Words, kind of pairs and order are kept for all data sets under this name:",
            filter.getText().isBlank() ? show.getText() : filter.getText(),
            text -> text.isBlank() ? "A filter needs a name." : null);
    if (dialog.open() == Window.OK) {
      SavedFilters.save(dialog.getValue().strip(), this);
    }
  }

  private static Combo combo(Composite parent, String what) {
    Combo combo = new Combo(parent, SWT.READ_ONLY);
    combo.setToolTipText(what);
    named(combo, what);
    return combo;
  }

  private static void named(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
  }

  private void listen() {
    Runnable typed = client::changed;
    filter.addModifyListener(e -> filter.getDisplay().timerExec(TYPING_MS, typed));
    filter.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.ARROW_DOWN) {
            client.leave();
          } else if (e.keyCode == SWT.ESC) {
            filter.setText("");
          }
        });
    SelectionListener chosen = SelectionListener.widgetSelectedAdapter(e -> client.changed());
    show.addSelectionListener(chosen);
    saved.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosenSaved()));
    figures.addSelectionListener(chosen);
    sort.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              offerFigures();
              client.sorted();
              client.changed();
            }));
    descending.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              showDirection();
              client.changed();
            }));
  }

  private void showDirection() {
    boolean down = descending.getSelection();
    descending.setText(down ? "▼" : "▲");
    descending.setToolTipText(
        down ? "Descending; press for ascending" : "Ascending; press for descending");
  }

  void setEnabled(boolean enabled) {
    for (Composite row : List.of(tools, order)) {
      for (Control control : row.getChildren()) {
        control.setEnabled(enabled);
      }
    }
  }

  void focusFilter() {
    filter.setFocus();
    filter.selectAll();
  }

  /**
   * Offers what the pairs can be sorted by; what was chosen stays chosen.
   *
   * @param attributes names of the pairs' attributes
   * @param series what runs measured of the pairs
   */
  void offer(List<String> attributes, List<Series> series) {
    Sorting before = sortings.isEmpty() ? UNSORTED : sorting();
    measured = series;
    List<Sorting> all = new ArrayList<>();
    all.add(UNSORTED);
    all.add(new Sorting("id", Order.Kind.ID, ""));
    all.add(new Sorting("person", Order.Kind.PERSON, ""));
    all.add(new Sorting("split", Order.Kind.SPLIT, ""));
    all.add(new Sorting("mark", Order.Kind.MARK, ""));
    all.add(SIMILARITY);
    attributes.forEach(a -> all.add(new Sorting(a, Order.Kind.ATTRIBUTE, a)));
    series.stream()
        .map(Series::metricName)
        .distinct()
        .forEach(m -> all.add(new Sorting(m, Order.Kind.METRIC, m)));
    sortings = all;
    sort.setItems(all.stream().map(Sorting::title).toArray(String[]::new));
    sort.select(Math.max(0, all.indexOf(before)));
    offerFigures();
    ChoiceBar.fit(sort);
  }

  private void offerFigures() {
    Sorting by = sorting();
    boolean metric = by.kind() == Order.Kind.METRIC;
    if (metric) {
      String before = figures.getText();
      offered = measured.stream().filter(s -> s.metricName().equals(by.name())).toList();
      figures.setItems(offered.stream().map(Series::words).toArray(String[]::new));
      figures.select(Math.max(0, figures.indexOf(before)));
    }
    if (figures.getVisible() != metric) {
      figures.setVisible(metric);
      ((GridData) figures.getLayoutData()).exclude = !metric;
      figures.requestLayout();
    }
  }

  private Sorting sorting() {
    int at = sort.getSelectionIndex();
    return at < 0 ? UNSORTED : sortings.get(at);
  }

  private Show shown() {
    return Show.values()[Math.max(0, show.getSelectionIndex())];
  }

  /** Whether another arrangement results when marks change. */
  boolean dependsOnMarks() {
    return shown().compareTo(Show.MARKED) >= 0
        || sorting().kind() == Order.Kind.MARK
        || !filter.getText().isBlank(); // tags may have its words
  }

  /** Sorts by how much pairs look like the selected one; the client is not told. */
  void sortBySimilarity() {
    sort.select(sortings.indexOf(SIMILARITY));
    descending.setSelection(false);
    showDirection();
    offerFigures();
  }

  /** What the controls say now. */
  Choice choice() {
    Sorting by = sorting();
    int at = figures.getSelectionIndex();
    return new Choice(
        new Arrangement(
            filter.getText(),
            shown(),
            new Order(by.kind(), by.name(), Map.of()),
            descending.getSelection()),
        by.kind() == Order.Kind.METRIC && at >= 0 ? offered.get(at) : null);
  }

  void save(IMemento to) {
    to.putString("filter", filter.getText());
    to.putInteger("show", show.getSelectionIndex());
    to.putString("sort", sort.getText());
    to.putString("figures", figures.getText());
    to.putBoolean("descending", descending.getSelection());
  }

  /** Chooses what {@link #save} kept, as far as it is offered. */
  void restore(IMemento from) {
    String words = from.getString("filter");
    filter.setText(words == null ? "" : words);
    Integer kept = from.getInteger("show");
    show.select(kept == null || kept < 0 || kept >= Show.values().length ? 0 : kept);
    String by = String.valueOf(from.getString("sort"));
    // Comparing all pairs takes long, and with which one is not kept.
    sort.select(by.equals(SIMILARITY.title()) ? 0 : Math.max(0, sort.indexOf(by)));
    offerFigures();
    int of = figures.indexOf(String.valueOf(from.getString("figures")));
    if (of >= 0) {
      figures.select(of);
    }
    descending.setSelection(Boolean.TRUE.equals(from.getBoolean("descending")));
    showDirection();
  }
}
