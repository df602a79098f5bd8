package org.pentimento.workbench.inspection.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.verdict.PairWords;
import org.pentimento.workbench.preview.Previews;

/**
 * Pairs with their pictures, scores and reasons, a line each. Lines are made when they are seen, so
 * that ten thousand pairs take no longer than ten.
 */
final class RankedTable {
  private static final int PICTURE_HEIGHT = 64;
  private static final int PAIR = 0;
  private static final int SCORE = 1;
  private static final int FLAG = 2;
  private static final int REASONS = 3;
  private static final int QUALITY = 4;
  private static final List<String> TITLES =
      List.of("Pair", "Score", "Flag", "Why it is suspicious", "Quality");

  /** Who is told what a person does. */
  interface Client {
    /** Other pairs were selected, the one with the focus first; none if nothing is. */
    void selected(List<InspectedPair> pairs);

    /** A person wants to see a pair as a whole. */
    void opened(InspectedPair pair);

    /** A person wants the pairs in another order. */
    void order(PairOrdering ordering);
  }

  private final Table table;
  private final PairThumbnails thumbnails;
  private final Client client;
  private List<InspectedPair> pairs = List.of();
  private final Map<String, Integer> places = new HashMap<>();

  RankedTable(Composite parent, Previews previews, Client client) {
    this.client = client;
    table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
    table.setHeaderVisible(true);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "Pairs by suspicion"));
    thumbnails = new PairThumbnails(table.getDisplay(), previews, PICTURE_HEIGHT, this::arrived);
    table.addDisposeListener(e -> thumbnails.dispose());
    column(PAIR, SWT.LEFT, 270, PairOrdering.ID, PairOrdering.ID);
    column(SCORE, SWT.RIGHT, 60, PairOrdering.SUSPICION, PairOrdering.HARMLESS);
    column(FLAG, SWT.LEFT, 70, PairOrdering.SUSPICION, PairOrdering.HARMLESS);
    column(REASONS, SWT.LEFT, 230, PairOrdering.REASON, PairOrdering.REASON);
    column(QUALITY, SWT.LEFT, 130, PairOrdering.QUALITY, PairOrdering.QUALITY);
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Selection, e -> client.selected(selection()));
    table.addListener(SWT.DefaultSelection, e -> open());
    table.addListener(SWT.KeyDown, this::key);
  }

  private void column(
      int index, int style, int width, PairOrdering first, PairOrdering turnedRound) {
    TableColumn column = new TableColumn(table, style);
    column.setText(TITLES.get(index));
    column.setWidth(width);
    column.setMoveable(false);
    column.addListener(
        SWT.Selection,
        e -> {
          boolean turned = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
          table.setSortColumn(column);
          table.setSortDirection(turned ? SWT.DOWN : SWT.UP);
          client.order(turned ? turnedRound : first);
        });
  }

  Table control() {
    return table;
  }

  /** Takes photos and sketches from a data set; of null there are none. */
  void of(@Nullable CaseDataset dataset) {
    thumbnails.of(dataset);
  }

  /** Lists pairs; those that were selected stay selected. */
  void show(List<InspectedPair> listed) {
    List<String> before = selection().stream().map(InspectedPair::id).toList();
    pairs = listed;
    places.clear();
    for (int i = 0; i < listed.size(); i++) {
      places.put(listed.get(i).id(), i);
    }
    table.deselectAll();
    table.setItemCount(listed.size());
    table.clearAll();
    int[] again =
        before.stream()
            .filter(places::containsKey)
            .mapToInt(id -> places.getOrDefault(id, 0))
            .toArray();
    if (again.length > 0) {
      table.setSelection(again);
    } else if (!listed.isEmpty()) {
      table.setSelection(0);
    }
    client.selected(selection());
  }

  /** Selects a pair and brings it into sight, if it is listed; nobody is told. */
  void reveal(String pair) {
    Integer place = places.get(pair);
    if (place != null && !(table.getSelectionCount() == 1 && table.isSelected(place))) {
      table.setSelection(place);
    }
  }

  /** The pairs that are selected, in the order listed. */
  List<InspectedPair> selection() {
    return IntStream.of(table.getSelectionIndices())
        .filter(i -> i < pairs.size())
        .sorted()
        .mapToObj(pairs::get)
        .toList();
  }

  private void fill(Event event) {
    TableItem item = (TableItem) event.item;
    int place = event.index;
    if (place < 0 || place >= pairs.size()) {
      return;
    }
    InspectedPair pair = pairs.get(place);
    for (int i = 0; i < TITLES.size(); i++) {
      item.setText(i, cell(pair, i));
    }
    Image image = thumbnails.get(pair.id());
    if (image != null) {
      item.setImage(PAIR, image);
    }
    if (pair.flagged()) {
      item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    }
  }

  private String cell(InspectedPair pair, int column) {
    return switch (column) {
      case PAIR -> pair.id();
      case SCORE -> String.format(Locale.ROOT, "%.2f", pair.score());
      case FLAG -> pair.flagged() ? "flagged" : "";
      case REASONS ->
          pair.reasons().stream().map(ReasonNames::of).distinct().collect(Collectors.joining("; "));
      case QUALITY ->
          pair.qualities().stream()
              .map(q -> PairWords.name(q.oddity()))
              .distinct()
              .collect(Collectors.joining("; "));
      default -> "";
    };
  }

  private void arrived(String pair) {
    Integer place = places.get(pair);
    if (place != null && !table.isDisposed()) {
      table.clear(place);
    }
  }

  private void key(Event event) {
    if ((event.stateMask & SWT.MOD1) == 0) {
      return;
    }
    if (event.keyCode == 'c') {
      if ((event.stateMask & SWT.MOD2) == 0) {
        copyIds();
      } else {
        copyRows();
      }
    } else if (event.keyCode == 'a') {
      selectAll();
    }
  }

  /** Shows the pair with the focus as a whole. */
  void open() {
    selection().stream().findFirst().ifPresent(client::opened);
  }

  void selectAll() {
    table.selectAll();
    client.selected(selection());
  }

  /** Copies the ids of the selected pairs, one a line. */
  void copyIds() {
    copy(selection().stream().map(InspectedPair::id).collect(Collectors.joining("\n")));
  }

  /** Copies the selected pairs, or all that are listed, as spreadsheets take them. */
  void copyRows() {
    List<InspectedPair> rows = selection().size() > 1 ? selection() : pairs;
    StringJoiner text = new StringJoiner("\n");
    text.add(String.join("\t", TITLES));
    for (InspectedPair pair : rows) {
      text.add(
          IntStream.range(0, TITLES.size())
              .mapToObj(i -> cell(pair, i).replace('\t', ' '))
              .collect(Collectors.joining("\t")));
    }
    copy(text.toString());
  }

  private void copy(String text) {
    if (!text.isEmpty()) {
      Clipboard clipboard = new Clipboard(table.getDisplay());
      clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }
}
