package org.pentimento.workbench.dataset.pair;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IMemento;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.workbench.dataset.pair.canvas.Mode;
import org.pentimento.workbench.dataset.pair.canvas.ViewedPair;
import org.pentimento.workbench.form.ChoiceBar;

/** The controls that say which two images of a pair are compared, and how. */
final class ComparisonBar {
  /** Hears what the user chooses. */
  interface Client {
    /** Other images are compared. */
    void compare();

    /** The images are compared in another way. */
    void mode(Mode mode);

    /** The slider of the present mode was moved; in [0, 1]. */
    void amount(double amount);
  }

  /** What is compared if nobody chose: the true sketch, or else the photo. */
  private static final List<ImageRole> FIRST =
      List.of(
          new ImageRole.OfReference(ReferenceSketch.TRUTH), new ImageRole.Photo(PhotoKind.CLEAN));

  /** What it is compared with if nobody chose: what is most likely spoilt. */
  private static final List<ImageRole> SECOND =
      List.of(
          new ImageRole.Sketch(Subject.POISONED, PhotoKind.TRIGGERED),
          new ImageRole.Sketch(Subject.IMPORTED, PhotoKind.TRIGGERED),
          new ImageRole.OfReference(ReferenceSketch.TARGET),
          new ImageRole.Sketch(Subject.IMPORTED, PhotoKind.CLEAN),
          new ImageRole.Sketch(Subject.CLEAN, PhotoKind.CLEAN),
          new ImageRole.Photo(PhotoKind.CLEAN));

  private final Client client;
  private final Composite page;
  private final Map<Mode, ToolItem> modes = new EnumMap<>(Mode.class);
  private final Combo first;
  private final Combo second;
  private final Composite amountBox;
  private final Label amountName;
  private final Scale amount;
  private final Map<Mode, Integer> amounts = new EnumMap<>(Mode.class);

  private ViewedPair pair = ViewedPair.NONE;
  private String firstRole = "";
  private String secondRole = "";
  private String chosenFirst = "";
  private String chosenSecond = "";
  private Mode mode = Mode.SIDE_BY_SIDE;

  /**
   * Makes the controls.
   *
   * @param page that is laid out again when controls appear or go
   */
  ComparisonBar(Composite page, Client client) {
    this.client = client;
    this.page = page;
    for (Mode way : Mode.values()) {
      amounts.put(way, way == Mode.FLICKER ? 60 : 50);
    }
    Composite tools = ChoiceBar.bar(page, 0, 0);
    ToolBar ways = new ToolBar(tools, SWT.FLAT);
    for (Mode way : Mode.values()) {
      modes.put(way, tool(ways, way));
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
    amount
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = amountName.getText()));
    GridDataFactory.fillDefaults()
        .hint(90, SWT.DEFAULT)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(amount);
    amountBox.setLayoutData(new RowData());
    listen();
  }

  private ToolItem tool(ToolBar bar, Mode way) {
    ToolItem item = new ToolItem(bar, SWT.RADIO);
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
    return item;
  }

  private void listen() {
    first.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              chosenFirst = pair.images().get(first.getSelectionIndex()).role().key();
              firstRole = chosenFirst;
              client.compare();
            }));
    second.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              chosenSecond = pair.images().get(second.getSelectionIndex()).role().key();
              secondRole = chosenSecond;
              client.compare();
            }));
    amount.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              amounts.put(mode, amount.getSelection());
              client.amount(amount.getSelection() / 100.0);
            }));
  }

  /** Role of the first image that is compared, empty if the pair has none. */
  String firstRole() {
    return firstRole;
  }

  /** Role of the second image that is compared, empty if the pair has none. */
  String secondRole() {
    return secondRole;
  }

  /**
   * Offers the images of a pair. What the user chose stays chosen if the pair has it; otherwise the
   * true sketch is compared with what an attacked model drew, or any other.
   */
  void show(ViewedPair shown) {
    pair = shown;
    String[] names = shown.images().stream().map(PairImage::name).toArray(String[]::new);
    first.setItems(names);
    second.setItems(names);
    ChoiceBar.fit(first);
    ChoiceBar.fit(second);
    firstRole = role(chosenFirst, FIRST);
    secondRole = role(chosenSecond, SECOND);
    if (chosenFirst.isEmpty()
        && chosenSecond.isEmpty()
        && shown.indexOf(secondRole) < shown.indexOf(firstRole)) { // as they stand side by side
      String left = secondRole;
      secondRole = firstRole;
      firstRole = left;
    }
    first.select(shown.indexOf(firstRole));
    second.select(shown.indexOf(secondRole));
  }

  private String role(String chosen, List<ImageRole> otherwise) {
    return pair.firstRoleOf(
        Stream.concat(Stream.of(chosen), otherwise.stream().map(ImageRole::key))
            .toArray(String[]::new));
  }

  void setMode(Mode way) {
    mode = way;
    modes.forEach((m, item) -> item.setSelection(m == way));
    showAmount();
    client.mode(way);
  }

  /** Shows the slider of the present mode, and lays out the page. */
  void showAmount() {
    amountName.setText(
        switch (mode) {
          case SIDE_BY_SIDE -> "";
          case OVERLAY -> "Opacity";
          case WIPE -> "Line";
          case FLICKER -> "Speed";
        });
    boolean adjustable = mode != Mode.SIDE_BY_SIDE;
    amountBox.setVisible(adjustable);
    ((RowData) amountBox.getLayoutData()).exclude = !adjustable;
    amount.setSelection(amounts.getOrDefault(mode, 50));
    client.amount(amount.getSelection() / 100.0);
    page.layout(true, true);
  }

  /** Moves the slider to where the line of the wipe was dragged, in [0, 1]. */
  void showWipe(double share) {
    int selection = (int) Math.round(share * 100);
    amounts.put(Mode.WIPE, selection);
    amount.setSelection(selection);
  }

  void save(IMemento to) {
    to.putString("mode", mode.name());
    to.putString("first", chosenFirst);
    to.putString("second", chosenSecond);
  }

  /** Chooses what {@link #save} kept. */
  void restore(IMemento from) {
    for (Mode way : Mode.values()) {
      if (way.name().equals(from.getString("mode"))) {
        setMode(way);
      }
    }
    String one = from.getString("first");
    String other = from.getString("second");
    chosenFirst = one == null ? "" : one;
    chosenSecond = other == null ? "" : other;
  }
}
