package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.PairQuestion.PairPlace;
import org.pentimento.protocol.question.PairQuestion.PairSource;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.dataset.pair.PairQuestions.Subject;
import org.pentimento.workbench.dataset.pair.canvas.Mode;
import org.pentimento.workbench.dataset.pair.canvas.PairCanvas;
import org.pentimento.workbench.dataset.pair.canvas.ViewedPair;
import org.pentimento.workbench.preview.Previews;

/** The page of a pair: its name and place, what is compared, the images, layers, pixel values. */
final class PairPage {
  /** Knows the pairs before and after this one. */
  interface Client {
    /** Goes to another pair, if there is one. */
    void go(PairStep step, PairPlace place);

    /** Where the pair stands among the others, in words. */
    String position(PairPlace place);

    /** Whether the pair that is shown has a bookmark. */
    boolean isBookmarked();

    /** Sets the bookmark of the pair that is shown, or takes it. */
    void bookmark();

    /** Asks for a file and saves a picture of what is shown. */
    void savePicture();

    /** The tags of the pair that is shown, in words; empty if it has none. */
    String tags();
  }

  /** The preview process shows the data set's own images for a run of this id. */
  private static final String NO_RUN = "-";

  /** A title up to this many pixels is shown whole; a longer one yields to the choice beside it. */
  private static final int TITLE_WIDTH = 240;

  private final PairInput input;
  private final Client client;
  private final PairQuestions questions;
  private final Composite page;
  private final Label title;
  private final Label position;
  private final Combo source;
  private final ToolItem star;
  private final ComparisonBar bar;
  private final PairCanvas canvas;
  private final LayerPanel layers;
  private final Label under;
  private final Label zoom;

  private Subject subject;
  private boolean stale;
  private ViewedPair shown = ViewedPair.NONE;
  private List<String> layersBefore = List.of();

  PairPage(Composite parent, PairInput input, Previews previews, Client client) {
    this.input = input;
    this.client = client;
    subject = new Subject("", input.run(), "");
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 10).spacing(8, 6).applyTo(page);
    questions = new PairQuestions(previews, input, page);
    Composite head = row(4);
    title = new Label(head, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
    position = new Label(head, SWT.NONE);
    ToolBar steps = new ToolBar(head, SWT.FLAT);
    tool(steps, "◀", "Previous pair (Left)", PairStep.PREVIOUS);
    tool(steps, "▶", "Next pair (Right)", PairStep.NEXT);
    ToolItem save = new ToolItem(steps, SWT.PUSH);
    save.setText("⤓");
    save.setToolTipText(
        "Save the images as a picture at this zoom, with a scale of colours (Ctrl+Shift+S)");
    save.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> client.savePicture()));
    star = new ToolItem(steps, SWT.PUSH);
    star.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> client.bookmark()));
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Display display = page.getDisplay();
    Runnable changed = () -> display.asyncExec(this::showStar);
    cases.addListener(changed);
    page.addDisposeListener(e -> cases.removeListener(changed));
    showStar();
    source = new Combo(head, SWT.READ_ONLY);
    source.setToolTipText("Which run's sketches are shown");
    source
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = source.getToolTipText()));
    // As wide as it needs, and narrower where there is no room.
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.END, SWT.CENTER)
        .minSize(180, SWT.DEFAULT)
        .applyTo(source);
    source.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseSource()));
    bar = new ComparisonBar(page, new FromBar());
    Composite middle = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(middle);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(middle);
    canvas = new PairCanvas(middle, page, new FromCanvas());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
    PairKeys.listen(canvas, new FromKeys());
    layers = new LayerPanel(middle, this::switched, this::faded);
    Composite foot = row(2);
    under = new Label(foot, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(under);
    zoom = new Label(foot, SWT.RIGHT);
    zoom.setToolTipText("Zoom: + and −, the wheel, 0 for the whole image, 1 for its pixels");
    GridDataFactory.fillDefaults().hint(100, SWT.DEFAULT).applyTo(zoom);
    bar.showAmount();
    questions.layers(
        all -> {
          layers.show(all, layersBefore);
          layers.on().forEach(this::ask);
        },
        layers::tell);
  }

  private void showPosition() {
    String tags = client.tags();
    String words = client.position(shown.place());
    position.setText(
        (tags.isEmpty() ? words : "Tags: " + tags + (words.isEmpty() ? "" : "   " + words))
            .replace("&", "&&"));
    position.setToolTipText(tags);
  }

  private void showStar() {
    if (page.isDisposed()) {
      return;
    }
    if (shown != ViewedPair.NONE) {
      showPosition();
      position.requestLayout();
    }
    boolean on = !subject.pair().isEmpty() && client.isBookmarked();
    star.setText(on ? "★" : "☆");
    star.setToolTipText(on ? "Take the bookmark of this pair (Ctrl+B)" : "Bookmark (Ctrl+B)");
  }

  private Composite row(int columns) {
    Composite row = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(columns).spacing(8, 0).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    return row;
  }

  private void tool(ToolBar tools, String text, String tip, PairStep step) {
    ToolItem item = new ToolItem(tools, SWT.PUSH);
    item.setText(text);
    item.setToolTipText(tip);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> go(step)));
  }

  private final class FromBar implements ComparisonBar.Client {
    @Override
    public void compare() {
      PairPage.this.compare();
    }

    @Override
    public void mode(Mode mode) {
      canvas.setMode(mode);
    }

    @Override
    public void amount(double amount) {
      canvas.setAmount(amount);
    }
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
      bar.showWipe(share);
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

  private final class FromKeys implements PairKeys.Actions {
    @Override
    public void go(PairStep step) {
      PairPage.this.go(step);
    }

    @Override
    public void setMode(Mode mode) {
      bar.setMode(mode);
    }

    @Override
    public void copy() {
      if (!subject.pair().isEmpty()) {
        Clipboard clipboard = new Clipboard(page.getDisplay());
        clipboard.setContents(
            new Object[] {subject.pair()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
      }
    }
  }

  private void go(PairStep step) {
    client.go(step, shown.place());
  }

  private void tellZoom() {
    String words = canvas.zoomWords();
    if (!words.equals(zoom.getText())) {
      zoom.setText(words);
    }
  }

  /** Saves a picture of what is shown to a file; says below what came of it. */
  void savePicture(Path file) {
    String about =
        "pair " + subject.pair() + " of " + input.dataset() + ": " + canvas.pictureWords();
    canvas
        .picture()
        .ifPresentOrElse(
            picture ->
                new PictureSaving(picture, file, input.caseFolder(), about, this::tell).schedule(),
            () -> tell("There is no image to save."));
  }

  private void tell(String words) {
    if (!page.isDisposed()) {
      under.setText(words.replace("&", "&&"));
      under.setToolTipText(words);
    }
  }

  void whenDisposed(Runnable what) {
    page.addDisposeListener(e -> what.run());
  }

  void setFocus() {
    canvas.control().setFocus();
  }

  // The pair

  /** Shows a pair as soon as the page is visible. */
  void show(String id) {
    subject = new Subject(id, subject.run(), subject.comparison());
    showStar();
    stale = true;
    canvas.control().redraw();
  }

  private static String title(PairSource source) {
    return source.runName() + ": " + source.name();
  }

  private void chooseSource() {
    int at = source.getSelectionIndex();
    boolean ofRun = at < shown.sources().size();
    subject =
        new Subject(
            subject.pair(),
            ofRun ? shown.sources().get(at).run() : NO_RUN,
            ofRun ? shown.sources().get(at).comparison() : "");
    load();
  }

  private void load() {
    if (page.isDisposed() || subject.pair().isEmpty()) {
      return;
    }
    title.setText(subject.pair().replace("&", "&&"));
    ((GridData) title.getLayoutData()).minimumWidth =
        Math.min(TITLE_WIDTH, title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    questions.pair(subject, this::show, this::problem);
  }

  private void problem(String words) {
    boolean otherRun = !subject.run().equals(input.run()) && !subject.run().equals(NO_RUN);
    if (!subject.comparison().isEmpty() || otherRun) {
      subject = new Subject(subject.pair(), input.run(), ""); // the pair was not in that run
      load();
    } else {
      shown = ViewedPair.NONE;
      canvas.tell(words);
    }
  }

  private void show(ViewedPair pair) {
    shown = pair;
    canvas.show(pair);
    showPosition();
    List<String> sources = new ArrayList<>();
    pair.sources().stream().map(PairPage::title).forEach(sources::add);
    sources.add("Data set alone");
    source.setItems(sources.toArray(String[]::new));
    source.select(pair.chosen() < 0 ? sources.size() - 1 : pair.chosen());
    source.setEnabled(!pair.sources().isEmpty());
    bar.show(pair);
    page.layout(true, true);
    compare();
  }

  private void compare() {
    canvas.compare(bar.firstRole(), bar.secondRole());
    layers.on().forEach(this::ask);
  }

  // Layers

  private void switched(PairLayer layer) {
    if (layers.isOn(layer)) {
      ask(layer);
    } else {
      canvas.remove(layer.id());
    }
  }

  private void faded(PairLayer layer) {
    canvas.setOpacity(layer.id(), layers.opacity(layer));
  }

  private void ask(PairLayer layer) {
    canvas.remove(layer.id());
    String first = bar.firstRole();
    String second = bar.secondRole();
    if (shown.indexOf(first) < 0 || shown.indexOf(second) < 0) {
      return;
    }
    faded(layer);
    Subject of = subject;
    questions.layer(
        of,
        layer,
        first,
        second,
        values -> {
          boolean still =
              of.equals(subject)
                  && first.equals(bar.firstRole())
                  && second.equals(bar.secondRole());
          if (still && layers.isOn(layer)) {
            canvas.lay(layer, values);
          }
        },
        problem -> under.setText(problem.replace("&", "&&").replace('\n', ' ')));
  }

  // Across sessions

  void save(IMemento to) {
    bar.save(to);
    to.putString("run", subject.run());
    to.putString("comparison", subject.comparison());
    to.putString("layers", String.join("\n", layers.on().stream().map(PairLayer::id).toList()));
  }

  /** Chooses what {@link #save} kept. */
  void restore(IMemento from) {
    bar.restore(from);
    String run = from.getString("run");
    String comparison = from.getString("comparison");
    String on = from.getString("layers");
    subject =
        new Subject(
            subject.pair(), run == null ? input.run() : run, comparison == null ? "" : comparison);
    layersBefore = on == null ? List.of() : on.lines().toList();
  }
}
