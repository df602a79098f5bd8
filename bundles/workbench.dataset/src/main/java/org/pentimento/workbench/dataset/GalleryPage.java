package org.pentimento.workbench.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.app.Choices;
import org.pentimento.workbench.dataset.Arrangement.Order;
import org.pentimento.workbench.dataset.Arrangement.Show;
import org.pentimento.workbench.preview.Previews;

/**
 * The gallery with what filters and sorts it. Says in words when there is nothing (yet) to show.
 */
final class GalleryPage implements PairOrder {
  /** Who hears of what the user does. */
  interface Client {
    /** Other items are selected. */
    void selected(List<Item> items);

    /** The user wants to see a pair as a whole. */
    void open(Item item);
  }

  /** An entry of the combo that sorts. */
  private record Sorting(String title, Order.Kind kind, String name) {}

  private static final int TYPING_MS = 150;
  private static final int FILTER_WIDTH = 220;

  private final Client client;
  private final Previews previews;
  private final Composite page;
  private final Label facts;
  private final Composite tools;
  private final Text filter;
  private final Combo show;
  private final Composite order;
  private final Combo sort;
  private final Combo figures;
  private final Button descending;
  private final GalleryCanvas gallery;
  private final ExecutorService arranger =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "gallery order");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable DatasetContents contents;
  private @Nullable Thumbnails thumbnails;
  private CaseFacts known = CaseFacts.NONE;
  private List<Sorting> sortings = List.of();
  private List<Series> offered = List.of();
  private long arrangement;
  private volatile String digest = "";
  private @Nullable String wantedPair;
  private @Nullable IMemento memento;

  GalleryPage(Composite parent, String name, Previews previews, Client client) {
    this.client = client;
    this.previews = previews;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(page);
    Composite head = new Composite(page, SWT.NONE);
    GridLayoutFactory.swtDefaults()
        .margins(12, 0)
        .extendedMargins(0, 0, 10, 0)
        .spacing(12, 6)
        .applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    Label title = new Label(head, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    title.setText(name.replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
    facts = new Label(head, SWT.WRAP);
    facts.setText("Being read …");
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(facts);
    tools = Choices.bar(head, 0, 0);
    filter = new Text(tools, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Filter by id, person or attribute");
    filter.setToolTipText(
        "Words that all have to occur in the id, the person or the attributes;"
            + " name=value asks for an attribute (Ctrl+F)");
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
        .hint(300, SWT.DEFAULT)
        .exclude(true)
        .applyTo(figures);
    figures.setVisible(false);
    descending = new Button(order, SWT.TOGGLE);
    descending.setText("▲");
    descending.setToolTipText("Ascending; press for descending");
    named(descending, "Descending");
    gallery = new GalleryCanvas(page, new FromCanvas());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(gallery.control());
    setEnabled(false);
    listen();
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

  private final class FromCanvas implements GalleryCanvas.Client {
    @Override
    public Map<Mark, String> marks(Item item) {
      return known.marks().getOrDefault(item.id(), Map.of());
    }

    @Override
    public void selected() {
      tellCount();
      client.selected(selection());
    }

    @Override
    public void open(Item item) {
      client.open(item);
    }
  }

  private void listen() {
    Runnable typed = this::arrange;
    filter.addModifyListener(e -> filter.getDisplay().timerExec(TYPING_MS, typed));
    filter.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.ARROW_DOWN) {
            gallery.control().setFocus();
          } else if (e.keyCode == SWT.ESC) {
            filter.setText("");
          }
        });
    show.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> arrange()));
    sort.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              offerFigures();
              arrange();
            }));
    figures.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> arrange()));
    descending.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              tellDirection();
              arrange();
            }));
    Canvas canvas = gallery.control();
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addDisposeListener(
        e -> {
          arranger.shutdownNow();
          Thumbnails pictures = thumbnails;
          if (pictures != null) {
            pictures.dispose();
          }
        });
    dragOut(canvas);
  }

  private void tellDirection() {
    descending.setText(descending.getSelection() ? "▼" : "▲");
    descending.setToolTipText(
        descending.getSelection()
            ? "Descending; press for ascending"
            : "Ascending; press for descending");
  }

  private void key(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
      copy();
    } else if (event.keyCode == SWT.F5) {
      Thumbnails pictures = thumbnails;
      if (pictures != null) {
        pictures.retry();
      }
    }
  }

  /** Puts the ids of the selected pairs on the clipboard, a line each. */
  void copy() {
    String ids = ids();
    if (!ids.isEmpty()) {
      Clipboard clipboard = new Clipboard(page.getDisplay());
      clipboard.setContents(new Object[] {ids}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private String ids() {
    return selection().stream().map(Item::id).collect(Collectors.joining("\n"));
  }

  private void dragOut(Canvas canvas) {
    DragSource source = new DragSource(canvas, DND.DROP_COPY);
    source.setTransfer(TextTransfer.getInstance(), FileTransfer.getInstance());
    source.addDragListener(
        new DragSourceAdapter() {
          @Override
          public void dragStart(DragSourceEvent event) {
            event.doit = !selection().isEmpty();
          }

          @Override
          public void dragSetData(DragSourceEvent event) {
            event.data =
                FileTransfer.getInstance().isSupportedType(event.dataType) ? files() : ids();
          }
        });
  }

  private String[] files() {
    DatasetContents shown = contents;
    List<String> files = new ArrayList<>();
    if (shown != null) {
      for (Item item : selection()) {
        for (String path : List.of(item.pair().photo(), item.pair().sketch())) {
          if (!path.isEmpty()) {
            files.add(shown.root().resolve(path).toString());
          }
        }
      }
    }
    return files.toArray(String[]::new);
  }

  Canvas canvas() {
    return gallery.control();
  }

  /** The digest of the data set, empty while nothing is shown; from any thread. */
  String digest() {
    return digest;
  }

  boolean isDisposed() {
    return page.isDisposed();
  }

  void setFocus() {
    gallery.control().setFocus();
  }

  void focusFilter() {
    filter.setFocus();
    filter.selectAll();
  }

  void selectAll() {
    gallery.selectAll();
  }

  /** Says something in place of figures. */
  void tell(String message) {
    facts.setText(message.replace("&", "&&"));
    page.layout(true, true);
  }

  private void setEnabled(boolean enabled) {
    for (Composite row : List.of(tools, order)) {
      for (Control control : row.getChildren()) {
        control.setEnabled(enabled);
      }
    }
  }

  void show(DatasetContents shown) {
    Thumbnails before = thumbnails;
    if (before != null) {
      before.dispose();
    }
    contents = shown;
    digest = shown.record().digest();
    Thumbnails pictures =
        new Thumbnails(page.getDisplay(), DatasetEditor.cache(), previews, shown, gallery::redraw);
    thumbnails = pictures;
    gallery.show(shown.items(), pictures);
    setEnabled(true);
    offerSortings();
    restore();
    gallery.arrange(all(shown.items().size()), Order.AS_IS);
    arrange();
    tellCount();
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return all;
  }

  /** Shows marks and offers figures. */
  void show(CaseFacts facts) {
    known = facts;
    offerSortings();
    gallery.redraw();
    if (show.getSelectionIndex() >= Show.MARKED.ordinal()
        || sorting().kind() == Order.Kind.MARK
        || memento != null) {
      restore();
      memento = null;
      arrange();
    }
    tellCount();
  }

  private void offerSortings() {
    DatasetContents shown = contents;
    if (shown == null) {
      return;
    }
    Sorting before = sortings.isEmpty() ? null : sorting();
    List<Sorting> all = new ArrayList<>();
    all.add(new Sorting("data set's order", Order.Kind.AS_IS, ""));
    all.add(new Sorting("id", Order.Kind.ID, ""));
    all.add(new Sorting("person", Order.Kind.PERSON, ""));
    all.add(new Sorting("split", Order.Kind.SPLIT, ""));
    all.add(new Sorting("mark", Order.Kind.MARK, ""));
    shown.attributes().forEach(a -> all.add(new Sorting(a, Order.Kind.ATTRIBUTE, a)));
    known.series().stream()
        .map(Series::metricName)
        .distinct()
        .forEach(m -> all.add(new Sorting(m, Order.Kind.METRIC, m)));
    sortings = all;
    sort.setItems(all.stream().map(Sorting::title).toArray(String[]::new));
    sort.select(Math.max(0, before == null ? 0 : all.indexOf(before)));
    offerFigures();
    Choices.fit(sort);
  }

  private Sorting sorting() {
    int at = sort.getSelectionIndex();
    return at < 0 ? new Sorting("", Order.Kind.AS_IS, "") : sortings.get(at);
  }

  private void offerFigures() {
    Sorting by = sorting();
    boolean metric = by.kind() == Order.Kind.METRIC;
    if (metric) {
      String before = figures.getText();
      offered = known.series().stream().filter(s -> s.metricName().equals(by.name())).toList();
      figures.setItems(offered.stream().map(Series::condition).toArray(String[]::new));
      int same = figures.indexOf(before);
      figures.select(Math.max(0, same));
    }
    if (figures.getVisible() != metric) {
      figures.setVisible(metric);
      ((GridData) figures.getLayoutData()).exclude = !metric;
      figures.requestLayout();
    }
  }

  /** Filters and sorts in the background and shows the result, unless another was asked for. */
  private void arrange() {
    DatasetContents shown = contents;
    if (shown == null || page.isDisposed()) {
      return;
    }
    long mine = ++arrangement;
    Sorting by = sorting();
    Series series =
        by.kind() == Order.Kind.METRIC && figures.getSelectionIndex() >= 0
            ? offered.get(figures.getSelectionIndex())
            : null;
    Arrangement wanted =
        new Arrangement(
            filter.getText(),
            Show.values()[Math.max(0, show.getSelectionIndex())],
            new Order(by.kind(), by.name(), Map.of()),
            descending.getSelection());
    Map<String, Map<Mark, String>> marks = known.marks();
    Path folder = shown.caseFolder();
    arranger.execute(
        () -> {
          Arrangement complete = series == null ? wanted : measured(wanted, series, folder);
          int[] order = complete.of(shown.items(), marks);
          page.getDisplay()
              .asyncExec(
                  () -> {
                    if (!page.isDisposed() && mine == arrangement) {
                      gallery.arrange(order, complete.order());
                      tellCount();
                      revealWanted();
                    }
                  });
        });
  }

  private static Arrangement measured(Arrangement wanted, Series series, Path folder) {
    try {
      Order order = new Order(Order.Kind.METRIC, wanted.order().name(), series.read(folder));
      return new Arrangement(wanted.words(), wanted.show(), order, wanted.descending());
    } catch (IOException e) {
      ILog.of(GalleryPage.class).warn("The figures of " + series.source() + " cannot be read", e);
      return wanted;
    }
  }

  private void tellCount() {
    DatasetContents shown = contents;
    if (shown == null) {
      return;
    }
    int skipped = shown.items().size() - shown.pairs();
    StringBuilder text = new StringBuilder();
    text.append(shown.pairs() == 1 ? "1 pair" : "%,d pairs".formatted(shown.pairs()));
    if (shown.record().train() > 0 || shown.record().test() > 0) {
      text.append(
          ", %,d for training, %,d for test"
              .formatted(shown.record().train(), shown.record().test()));
    }
    if (skipped > 0) {
      text.append(skipped == 1 ? ", 1 file skipped" : ", %,d files skipped".formatted(skipped));
    }
    long poisoned = count(Mark.POISONED);
    long suspect = count(Mark.SUSPECT);
    if (poisoned > 0) {
      text.append(", %,d poisoned in runs".formatted(poisoned));
    }
    if (suspect > 0) {
      text.append(", %,d suspect".formatted(suspect));
    }
    text.append('.');
    if (gallery.count() < shown.items().size()) {
      text.append(" %,d shown.".formatted(gallery.count()));
    }
    int selected = gallery.selection().length;
    if (selected > 1) {
      text.append(" %,d selected.".formatted(selected));
    }
    String now = text.toString();
    if (!now.equals(facts.getText())) {
      tell(now);
    }
  }

  private long count(Mark mark) {
    return known.marks().values().stream().filter(m -> m.containsKey(mark)).count();
  }

  List<Item> selection() {
    DatasetContents shown = contents;
    return shown == null
        ? List.of()
        : Arrays.stream(gallery.selection()).mapToObj(shown.items()::get).toList();
  }

  /** Selects a pair and scrolls to it as soon as it can be shown; tells nobody. */
  void reveal(String pair) {
    wantedPair = pair;
    revealWanted();
  }

  private void revealWanted() {
    DatasetContents shown = contents;
    String pair = wantedPair;
    Integer number = shown == null || pair == null ? null : shown.numbers().get(pair);
    if (number != null) {
      gallery.select(number);
      wantedPair = null;
      tellCount();
    }
  }

  /** Asks for a pair by number or id and goes there. */
  void goTo() {
    DatasetContents shown = contents;
    if (shown == null || gallery.count() == 0) {
      return;
    }
    InputDialog dialog =
        new InputDialog(
            page.getShell(),
            "Go to Pair",
            "Id of a pair, the beginning or a part of it, or its number (1 to %,d):"
                .formatted(gallery.count()),
            "",
            text -> find(text) < 0 ? (text.isBlank() ? "" : "No pair shown has this id.") : null);
    if (dialog.open() == Dialog.OK) {
      int number = find(dialog.getValue());
      if (number >= 0) {
        gallery.select(number);
        gallery.control().setFocus();
        client.selected(selection());
      }
    }
  }

  /** The number of the item meant, -1 if none that is shown. */
  private int find(String text) {
    DatasetContents shown = contents;
    String wanted = text.strip();
    if (shown == null || wanted.isEmpty()) {
      return -1;
    }
    Integer exact = shown.numbers().get(wanted);
    if (exact != null && gallery.place(exact) >= 0) {
      return exact;
    }
    if (wanted.matches("[0-9]{1,9}")) {
      int place = Integer.parseInt(wanted) - 1;
      if (place >= 0 && place < gallery.count()) {
        return gallery.at(place);
      }
    }
    int part = -1;
    for (int i = 0; i < gallery.count(); i++) {
      String id = shown.items().get(gallery.at(i)).id();
      if (id.regionMatches(true, 0, wanted, 0, wanted.length())) {
        return gallery.at(i);
      } else if (part < 0 && containsIgnoringCase(id, wanted)) {
        part = gallery.at(i);
      }
    }
    return part;
  }

  private static boolean containsIgnoringCase(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int count() {
    return gallery.count();
  }

  @Override
  public int place(String pair) {
    DatasetContents shown = contents;
    Integer number = shown == null ? null : shown.numbers().get(pair);
    return number == null ? -1 : gallery.place(number);
  }

  @Override
  public @Nullable String at(int place) {
    DatasetContents shown = contents;
    if (shown == null || place < 0 || place >= gallery.count()) {
      return null;
    }
    Item item = shown.items().get(gallery.at(place));
    return item.isPair() ? item.id() : null;
  }

  void save(IMemento to) {
    to.putString("filter", filter.getText());
    to.putInteger("show", show.getSelectionIndex());
    to.putString("sort", sort.getText());
    to.putString("figures", figures.getText());
    to.putBoolean("descending", descending.getSelection());
    to.putInteger("size", gallery.size());
    Item lead = gallery.leadItem();
    if (lead != null) {
      to.putString("pair", lead.id());
    }
  }

  /** Takes over what {@link #save} kept, as soon as there is something to show. */
  void restore(@Nullable IMemento from) {
    memento = from;
  }

  private void restore() {
    IMemento from = memento;
    if (from == null) {
      return;
    }
    String words = from.getString("filter");
    filter.setText(words == null ? "" : words);
    Integer shown = from.getInteger("show");
    show.select(shown == null || shown < 0 || shown >= Show.values().length ? 0 : shown);
    int by = sort.indexOf(String.valueOf(from.getString("sort")));
    sort.select(Math.max(0, by));
    offerFigures();
    int of = figures.indexOf(String.valueOf(from.getString("figures")));
    if (of >= 0) {
      figures.select(of);
    }
    descending.setSelection(Boolean.TRUE.equals(from.getBoolean("descending")));
    tellDirection();
    Integer size = from.getInteger("size");
    if (size != null) {
      gallery.setSize(size);
    }
    String pair = from.getString("pair");
    if (pair != null) {
      wantedPair = pair;
    }
  }

  Consumer<String> teller() {
    return message ->
        page.getDisplay()
            .asyncExec(
                () -> {
                  if (!page.isDisposed() && contents == null) {
                    tell(message);
                  }
                });
  }
}
