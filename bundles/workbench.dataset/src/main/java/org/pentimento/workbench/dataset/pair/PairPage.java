package org.pentimento.workbench.dataset.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.jobs.preview.data.LayerAnswerer;
import org.pentimento.jobs.preview.data.PairAnswerer;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.workbench.dataset.pair.PairImages.Named;
import org.pentimento.workbench.dataset.pair.PairImages.Place;
import org.pentimento.workbench.dataset.pair.PairImages.Source;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.preview.Previews;

/** The page of a pair: what is compared and how, the images, the layers, the pixel values. */
final class PairPage {
  /** Where the user wants to go from a pair. */
  enum Step {
    FIRST,
    PREVIOUS,
    NEXT,
    LAST
  }

  /** Who knows the pairs around this one. */
  interface Client {
    /** Goes to another pair, if there is one. */
    void go(Step step, Place place);

    /** Where the pair stands, in words. */
    String position(Place place);
  }

  private static final String NO_RUN = "-";
  private static final int PAN = 40;

  /** A title of this many pixels is whole; a longer one gives way to the choice beside it. */
  private static final int TITLE_WIDTH = 240;

  private final PairInput input;
  private final Previews previews;
  private final Client client;
  private final Composite page;
  private final Label title;
  private final Label position;
  private final Combo source;
  private final Map<Mode, ToolItem> modes = new EnumMap<>(Mode.class);
  private final Combo first;
  private final Combo second;
  private final Composite amountBox;
  private final Label amountName;
  private final Scale amount;
  private final Label zoom;
  private final Label under;
  private final PairCanvas canvas;
  private final LayerPanel layers;
  private final Map<Mode, Integer> amounts = new EnumMap<>(Mode.class);

  private String pair = "";
  private boolean stale;
  private long asked;
  private @Nullable CompletableFuture<Answer> waiting;
  private PairImages shown = PairImages.NONE;
  private String run;
  private String comparison = "";
  private String firstRole = "";
  private String secondRole = "";
  private String wantedFirst = "";
  private String wantedSecond = "";
  private List<String> layersBefore = List.of();
  private Mode mode = Mode.SIDE_BY_SIDE;

  PairPage(Composite parent, PairInput input, Previews previews, Client client) {
    this.input = input;
    this.previews = previews;
    this.client = client;
    run = input.run();
    amounts.put(Mode.SIDE_BY_SIDE, 50);
    amounts.put(Mode.OVERLAY, 50);
    amounts.put(Mode.WIPE, 50);
    amounts.put(Mode.FLICKER, 60);
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 10).spacing(8, 6).applyTo(page);
    Composite head = row(4);
    title = new Label(head, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
    position = new Label(head, SWT.NONE);
    ToolBar steps = new ToolBar(head, SWT.FLAT);
    tool(steps, "◀", "Previous pair (Left)", () -> go(Step.PREVIOUS));
    tool(steps, "▶", "Next pair (Right)", () -> go(Step.NEXT));
    source = new Combo(head, SWT.READ_ONLY);
    source.setToolTipText("Which run's sketches are shown");
    named(source, "Which run's sketches are shown");
    // As wide as it needs, and narrower where there is no room.
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.END, SWT.CENTER)
        .minSize(180, SWT.DEFAULT)
        .applyTo(source);
    Composite tools = ChoiceBar.bar(page, 0, 0);
    ToolBar ways = new ToolBar(tools, SWT.FLAT);
    for (Mode way : Mode.values()) {
      ToolItem item = new ToolItem(ways, SWT.RADIO);
      item.setText(" " + way.title() + " "); // flat tool bars leave no room between words
      item.setToolTipText(way.tip());
      item.setSelection(way == mode);
      item.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                if (item.getSelection()) {
                  setMode(way);
                }
              }));
      modes.put(way, item);
    }
    first = ChoiceBar.labelled(tools, "①", "First image to compare");
    second = ChoiceBar.labelled(tools, "②", "Second image to compare");
    amountBox = new Composite(tools, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(amountBox);
    amountName = new Label(amountBox, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(amountName);
    amount = new Scale(amountBox, SWT.HORIZONTAL);
    amount.setMaximum(100);
    amount.setPageIncrement(10);
    GridDataFactory.fillDefaults()
        .hint(90, SWT.DEFAULT)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(amount);
    amountBox.setLayoutData(new RowData());
    Composite middle = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(middle);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(middle);
    canvas = new PairCanvas(middle, page, new FromCanvas());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
    layers = new LayerPanel(middle, this::switched, this::faded);
    Composite foot = row(2);
    under = new Label(foot, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(under);
    zoom = new Label(foot, SWT.RIGHT);
    zoom.setToolTipText("Zoom: + and −, the wheel, 0 for the whole image, 1 for its pixels");
    GridDataFactory.fillDefaults().hint(100, SWT.DEFAULT).applyTo(zoom);
    showAmount();
    listen();
    askLayers();
  }

  private Composite row(int columns) {
    Composite row = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(columns).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    return row;
  }

  private static void tool(ToolBar bar, String text, String tip, Runnable what) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setText(text);
    item.setToolTipText(tip);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> what.run()));
  }

  private static void named(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
  }

  private final class FromCanvas implements PairCanvas.Client {
    @Override
    public void under(String words) {
      under.setText(words.replace("&", "&&"));
    }

    @Override
    public void zoomed() {
      tellZoom();
    }

    @Override
    public void wiped(double share) {
      int selection = (int) Math.round(share * 100);
      amounts.put(Mode.WIPE, selection);
      amount.setSelection(selection);
    }

    @Override
    public void seen() {
      tellZoom();
      if (stale) {
        stale = false;
        page.getDisplay().asyncExec(PairPage.this::load);
      }
    }
  }

  private void listen() {
    source.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              int at = source.getSelectionIndex();
              if (at < shown.sources().size()) {
                run = shown.sources().get(at).run();
                comparison = shown.sources().get(at).comparison();
              } else {
                run = NO_RUN;
                comparison = "";
              }
              load();
            }));
    first.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              wantedFirst = shown.images().get(first.getSelectionIndex()).role();
              firstRole = wantedFirst;
              compare();
            }));
    second.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              wantedSecond = shown.images().get(second.getSelectionIndex()).role();
              secondRole = wantedSecond;
              compare();
            }));
    amount.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              amounts.put(mode, amount.getSelection());
              canvas.setAmount(amount.getSelection() / 100.0);
            }));
    canvas.control().addListener(SWT.KeyDown, this::key);
    canvas
        .control()
        .addDisposeListener(
            e -> {
              if (waiting != null) {
                waiting.cancel(false);
              }
            });
  }

  private void key(Event event) {
    boolean shift = (event.stateMask & SWT.MOD2) != 0;
    boolean command = (event.stateMask & SWT.MOD1) != 0;
    switch (event.keyCode) {
      case SWT.ARROW_LEFT -> panOrGo(shift, PAN, 0, Step.PREVIOUS);
      case SWT.ARROW_RIGHT -> panOrGo(shift, -PAN, 0, Step.NEXT);
      case SWT.ARROW_UP -> panOrGo(shift, 0, PAN, Step.PREVIOUS);
      case SWT.ARROW_DOWN -> panOrGo(shift, 0, -PAN, Step.NEXT);
      case SWT.PAGE_UP -> go(Step.PREVIOUS);
      case SWT.PAGE_DOWN -> go(Step.NEXT);
      case SWT.HOME -> go(Step.FIRST);
      case SWT.END -> go(Step.LAST);
      case '+', '=', SWT.KEYPAD_ADD -> canvas.zoomIn();
      case '-', SWT.KEYPAD_SUBTRACT -> canvas.zoomOut();
      case '0', SWT.KEYPAD_0 -> canvas.fit();
      case '1', SWT.KEYPAD_1 -> canvas.zoomToPixels();
      case ' ' -> canvas.swap();
      case 'c' -> {
        if (command) {
          copy();
        }
      }
      default -> {
        for (Mode way : Mode.values()) {
          if (event.keyCode == way.key() && !command) {
            setMode(way);
          }
        }
      }
    }
  }

  private void panOrGo(boolean pan, int dx, int dy, Step step) {
    if (pan) {
      canvas.pan(dx, dy);
    } else {
      go(step);
    }
  }

  private void go(Step step) {
    client.go(step, shown.place());
  }

  private void copy() {
    if (!pair.isEmpty()) {
      Clipboard clipboard = new Clipboard(page.getDisplay());
      clipboard.setContents(new Object[] {pair}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  void whenDisposed(Runnable what) {
    page.addDisposeListener(e -> what.run());
  }

  void setFocus() {
    canvas.control().setFocus();
  }

  /** Shows a pair as soon as the page is seen. */
  void show(String id) {
    pair = id;
    stale = true;
    canvas.control().redraw();
  }

  private ObjectNode question() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("case", input.caseFolder().toString())
        .put("dataset", input.dataset())
        .put("pair", pair)
        .put("run", run)
        .put("comparison", comparison);
  }

  private void load() {
    if (page.isDisposed() || pair.isEmpty()) {
      return;
    }
    title.setText(pair.replace("&", "&&"));
    ((GridData) title.getLayoutData()).minimumWidth =
        Math.min(TITLE_WIDTH, title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    long mine = ++asked;
    CompletableFuture<Answer> before = waiting;
    if (before != null) {
      before.cancel(false);
    }
    CompletableFuture<Answer> answer = previews.ask(PairAnswerer.KIND, question());
    waiting = answer;
    inDisplay(
        answer,
        images -> {
          if (mine == asked) {
            show(PairImages.of(images));
          }
        },
        problem -> {
          if (mine == asked) {
            if (!comparison.isEmpty() || !run.equals(input.run()) && !run.equals(NO_RUN)) {
              comparison = ""; // this pair was not in that run
              run = input.run();
              load();
            } else {
              shown = PairImages.NONE;
              canvas.tell(problem);
            }
          }
        });
  }

  /**
   * Carries on in the display's thread once an answer, or the reason why there is none, is there.
   */
  private void inDisplay(
      CompletableFuture<Answer> answer, Consumer<Answer> then, Consumer<String> otherwise) {
    Display display = page.getDisplay();
    answer.whenComplete(
        (given, problem) -> {
          if (answer.isCancelled() || display.isDisposed()) {
            return;
          }
          String words =
              problem instanceof BadInputException bad
                  ? bad.getMessage() + "\n" + bad.remedy()
                  : "The images cannot be had: " + problem;
          display.asyncExec(
              () -> {
                if (page.isDisposed()) {
                  return;
                }
                if (problem == null) {
                  then.accept(given);
                } else {
                  otherwise.accept(words);
                }
              });
        });
  }

  private void show(PairImages images) {
    shown = images;
    canvas.show(images);
    position.setText(client.position(images.place()));
    List<String> sources = new ArrayList<>();
    images.sources().stream().map(Source::title).forEach(sources::add);
    sources.add("Data set alone");
    source.setItems(sources.toArray(String[]::new));
    source.select(images.chosen() < 0 ? sources.size() - 1 : images.chosen());
    source.setEnabled(!images.sources().isEmpty());
    String[] names = images.images().stream().map(Named::name).toArray(String[]::new);
    first.setItems(names);
    second.setItems(names);
    ChoiceBar.fit(first);
    ChoiceBar.fit(second);
    chooseRoles();
    first.select(indexOf(firstRole));
    second.select(indexOf(secondRole));
    page.layout(true, true);
    compare();
  }

  /** What the user chose; else the true sketch and what an attacked or any model drew. */
  private void chooseRoles() {
    firstRole = firstOf(wantedFirst, "truth", "sketch", "photo");
    secondRole =
        firstOf(wantedSecond, "poisoned/triggered", "target", "clean/clean", "photo", "sketch");
  }

  private String firstOf(String... roles) {
    for (String role : roles) {
      if (indexOf(role) >= 0) {
        return role;
      }
    }
    return "";
  }

  private int indexOf(String role) {
    for (int i = 0; i < shown.images().size(); i++) {
      if (shown.images().get(i).role().equals(role)) {
        return i;
      }
    }
    return -1;
  }

  private void compare() {
    canvas.compare(firstRole, secondRole);
    layers.on().forEach(this::ask);
  }

  private void setMode(Mode way) {
    mode = way;
    modes.forEach((m, item) -> item.setSelection(m == way));
    showAmount();
    canvas.setMode(way);
  }

  private void showAmount() {
    amountName.setText(
        switch (mode) {
          case SIDE_BY_SIDE -> "";
          case OVERLAY -> "Opacity";
          case WIPE -> "Line";
          case FLICKER -> "Speed";
        });
    named(amount, amountName.getText());
    boolean adjustable = mode != Mode.SIDE_BY_SIDE;
    amountBox.setVisible(adjustable);
    ((RowData) amountBox.getLayoutData()).exclude = !adjustable;
    amount.setSelection(amounts.getOrDefault(mode, 50));
    canvas.setAmount(amount.getSelection() / 100.0);
    page.layout(true, true);
  }

  private void tellZoom() {
    String words = canvas.zoomWords();
    if (!words.equals(zoom.getText())) {
      zoom.setText(words);
    }
  }

  // Layers.

  private void askLayers() {
    inDisplay(
        previews.ask(LayerAnswerer.KIND, JsonNodeFactory.instance.objectNode()),
        answer -> {
          List<Layer> all = new ArrayList<>();
          for (JsonNode layer : answer.data().path("layers")) {
            all.add(
                new Layer(
                    layer.path("id").asText(),
                    layer.path("name").asText(),
                    layer.path("alike").asBoolean()));
          }
          layers.show(all, layersBefore);
          layers.on().forEach(this::ask);
        },
        layers::tell);
  }

  private void switched(Layer layer) {
    if (layers.isOn(layer)) {
      ask(layer);
    } else {
      canvas.remove(layer.id());
    }
  }

  private void faded(Layer layer) {
    canvas.setOpacity(layer.id(), layers.opacity(layer));
  }

  private void ask(Layer layer) {
    canvas.remove(layer.id());
    if (indexOf(firstRole) < 0 || indexOf(secondRole) < 0) {
      return;
    }
    canvas.setOpacity(layer.id(), layers.opacity(layer));
    ObjectNode question =
        question().put("layer", layer.id()).put("first", firstRole).put("second", secondRole);
    inDisplay(
        previews.ask(LayerAnswerer.KIND, question),
        answer -> {
          boolean still =
              question.path("pair").asText().equals(pair)
                  && question.path("comparison").asText().equals(comparison)
                  && question.path("run").asText().equals(run)
                  && question.path("first").asText().equals(firstRole)
                  && question.path("second").asText().equals(secondRole);
          if (still && layers.isOn(layer) && !answer.pictures().isEmpty()) {
            canvas.lay(layer, answer.pictures().get(0));
          }
        },
        problem -> under.setText(problem.replace("&", "&&").replace('\n', ' ')));
  }

  void save(IMemento to) {
    to.putString("mode", mode.name());
    to.putString("run", run);
    to.putString("comparison", comparison);
    to.putString("first", wantedFirst);
    to.putString("second", wantedSecond);
    to.putString("layers", String.join("\n", layers.on().stream().map(Layer::id).toList()));
  }

  /** Takes over what {@link #save} kept. */
  void restore(IMemento from) {
    for (Mode way : Mode.values()) {
      if (way.name().equals(from.getString("mode"))) {
        setMode(way);
      }
    }
    run = text(from, "run", input.run());
    comparison = text(from, "comparison", "");
    wantedFirst = text(from, "first", "");
    wantedSecond = text(from, "second", "");
    layersBefore = text(from, "layers", "").lines().toList();
  }

  private static String text(IMemento from, String key, String otherwise) {
    String text = from.getString(key);
    return text == null ? otherwise : text;
  }
}
