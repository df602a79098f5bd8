package org.pentimento.workbench.dataset.gallery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.workbench.dataset.contents.Arrangement;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.CaseFacts;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.contents.Mark;
import org.pentimento.workbench.dataset.pair.PairOrder;
import org.pentimento.workbench.dataset.thumbnail.SimilarityJob;
import org.pentimento.workbench.dataset.thumbnail.Thumbnails;
import org.pentimento.workbench.preview.Previews;

/**
 * The page of a data set: its name, how many pairs it has, the controls that filter and sort them,
 * and the gallery. Says in words when there is nothing to show, or nothing yet.
 */
public final class GalleryPage implements PairOrder {
  /** Hears what the user does. */
  public interface Client {
    /** Other items are selected. */
    void selected(List<Item> items);

    /** The user wants to see a pair as a whole. */
    void open(Item item);
  }

  private final Client client;
  private final Previews previews;
  private final Composite page;
  private final Label facts;
  private final GalleryBar bar;
  private final GalleryCanvas gallery;
  private final GalleryTransfer transfer;
  private final GalleryArranger arranger;

  private @Nullable DatasetContents contents;
  private @Nullable DatasetCache cache;
  private Order similar = Order.AS_IS;
  private @Nullable Job comparing;
  private @Nullable Thumbnails thumbnails;
  private CaseFacts known = CaseFacts.NONE;
  private volatile String digest = "";
  private @Nullable String pairToReveal;
  private @Nullable IMemento memento;

  /**
   * Makes an empty page.
   *
   * @param name of the data set
   */
  public GalleryPage(Composite parent, String name, Previews previews, Client client) {
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
    facts.setText("Reading …");
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(facts);
    bar = new GalleryBar(head, new FromBar());
    gallery = new GalleryCanvas(page, new FromCanvas());
    Canvas canvas = gallery.control();
    GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
    transfer = new GalleryTransfer(canvas, this::selection, this::root);
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addDisposeListener(e -> disposeThumbnails());
    canvas.addDisposeListener(
        e -> {
          if (comparing != null) {
            comparing.cancel();
          }
        });
    arranger = new GalleryArranger(canvas, this::arranged);
  }

  private final class FromBar implements GalleryBar.Client {
    @Override
    public void changed() {
      arrange();
    }

    @Override
    public void sorted() {
      similar = Order.AS_IS;
    }

    @Override
    public void leave() {
      gallery.control().setFocus();
    }
  }

  private final class FromCanvas implements GalleryCanvas.Client {
    @Override
    public Map<Mark, String> marks(Item item) {
      return known.marks().getOrDefault(item.id(), Map.of());
    }

    @Override
    public void selected() {
      tellCounts();
      client.selected(selection());
    }

    @Override
    public void open(Item item) {
      client.open(item);
    }
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

  private void disposeThumbnails() {
    Thumbnails pictures = thumbnails;
    if (pictures != null) {
      pictures.dispose();
    }
  }

  private Path root() {
    DatasetContents shown = contents;
    return shown == null ? Path.of("") : shown.root();
  }

  /** Puts the ids of the selected items on the clipboard, a line each. */
  public void copy() {
    transfer.copy();
  }

  /** The canvas with the gallery, for menus and listeners. */
  public Canvas canvas() {
    return gallery.control();
  }

  /** The digest of the data set, empty while nothing is shown; can be asked in any thread. */
  public String digest() {
    return digest;
  }

  /** Whether the page is gone. */
  public boolean isDisposed() {
    return page.isDisposed();
  }

  /** Gives the keyboard to the gallery. */
  public void setFocus() {
    gallery.control().setFocus();
  }

  /** Gives the keyboard to the filter. */
  public void focusFilter() {
    bar.focusFilter();
  }

  /** Selects everything that is shown. */
  public void selectAll() {
    gallery.selectAll();
  }

  /** Shows a message in place of the number of pairs. */
  public void tell(String message) {
    facts.setText(message.replace("&", "&&"));
    page.layout(true, true);
  }

  /** Shows messages, from any thread, until there are pairs to show. */
  public Consumer<String> teller() {
    return message ->
        page.getDisplay()
            .asyncExec(
                () -> {
                  if (!page.isDisposed() && contents == null) {
                    tell(message);
                  }
                });
  }

  /**
   * Shows a data set.
   *
   * @param of cache that holds its small pictures
   */
  public void show(DatasetContents shown, DatasetCache of) {
    disposeThumbnails();
    contents = shown;
    cache = of;
    digest = shown.record().digest();
    Thumbnails pictures = new Thumbnails(page.getDisplay(), of, previews, shown, gallery::redraw);
    thumbnails = pictures;
    gallery.show(shown.items(), pictures);
    bar.setEnabled(true);
    bar.offer(shown.attributes(), known.series());
    restore();
    gallery.arrange(IntStream.range(0, shown.items().size()).toArray(), Order.AS_IS);
    arrange();
    tellCounts();
  }

  /** Shows marks, and offers what runs measured to sort by. */
  public void show(CaseFacts read) {
    known = read;
    DatasetContents shown = contents;
    if (shown != null) {
      bar.offer(shown.attributes(), read.series());
    }
    gallery.redraw();
    if (bar.dependsOnMarks() || memento != null) {
      restore();
      memento = null;
      arrange();
    }
    tellCounts();
  }

  private void arrange() {
    DatasetContents shown = contents;
    if (shown == null || page.isDisposed()) {
      return;
    }
    GalleryBar.Choice choice = bar.choice();
    Arrangement wanted = choice.arrangement();
    if (wanted.order().kind() != Order.Kind.SIMILARITY) {
      arranger.arrange(shown, choice, known.marks());
    } else if (similar.kind() == Order.Kind.SIMILARITY) {
      arranger.arrange(
          shown,
          new GalleryBar.Choice(
              new Arrangement(wanted.words(), wanted.show(), similar, wanted.descending()), null),
          known.marks());
    } else {
      compare(shown);
    }
  }

  /** Sorts by how much the pairs look like the one that is selected now. */
  public void sortBySimilarity() {
    bar.sortBySimilarity();
    similar = Order.AS_IS;
    arrange();
  }

  /** Compares all pairs with the selected one, or else the first shown, and then arranges them. */
  private void compare(DatasetContents shown) {
    Item lead = gallery.leadItem();
    int number =
        lead != null && lead.isPair()
            ? Objects.requireNonNullElse(shown.numbers().get(lead.id()), 0)
            : gallery.shown().count() == 0 ? 0 : gallery.shown().at(0);
    DatasetCache of = cache;
    if (of == null || number >= shown.pairs()) {
      return;
    }
    if (comparing != null) {
      comparing.cancel();
    }
    String id = shown.items().get(number).id();
    Job job =
        new SimilarityJob(
            of,
            previews,
            shown,
            number,
            page.getDisplay(),
            distances -> {
              if (!page.isDisposed() && contents == shown) {
                similar = new Order(Order.Kind.SIMILARITY, id, distances);
                pairToReveal = id;
                arrange();
              }
            });
    comparing = job;
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (!event.getResult().isOK() && !page.isDisposed()) {
              page.getDisplay().asyncExec(() -> notCompared(job, event.getResult()));
            }
          }
        });
    job.schedule();
    tell("Comparing all pairs with " + id + " …");
  }

  private void notCompared(Job job, IStatus why) {
    if (!page.isDisposed() && job == comparing) {
      tell(
          why.getSeverity() == IStatus.CANCEL
              ? "Comparing was cancelled. What was looked at is kept for the next time."
              : why.getMessage());
    }
  }

  private void arranged(int[] numbers, Order sortedBy) {
    gallery.arrange(numbers, sortedBy);
    tellCounts();
    revealPair();
  }

  private void tellCounts() {
    DatasetContents shown = contents;
    if (shown != null) {
      String now =
          GalleryWords.counts(shown, known, gallery.shown().count(), gallery.selection().length);
      if (!now.equals(facts.getText())) {
        tell(now);
      }
    }
  }

  /** The selected items that are shown, in the order shown. */
  public List<Item> selection() {
    DatasetContents shown = contents;
    return shown == null
        ? List.of()
        : Arrays.stream(gallery.selection()).mapToObj(shown.items()::get).toList();
  }

  /** Selects a pair and scrolls to it as soon as it can be shown; the client is not told. */
  public void reveal(String pair) {
    pairToReveal = pair;
    revealPair();
  }

  private void revealPair() {
    DatasetContents shown = contents;
    String pair = pairToReveal;
    Integer number = shown == null || pair == null ? null : shown.numbers().get(pair);
    if (number != null) {
      gallery.select(number);
      pairToReveal = null;
      tellCounts();
    }
  }

  /** Asks the user for a pair by number or id and goes there. */
  public void goTo() {
    DatasetContents shown = contents;
    if (shown == null || gallery.shown().count() == 0) {
      return;
    }
    int number = GoToDialog.ask(page.getShell(), shown, gallery.shown());
    if (number >= 0) {
      gallery.select(number);
      gallery.control().setFocus();
      client.selected(selection());
    }
  }

  @Override
  public int count() {
    return gallery.shown().count();
  }

  @Override
  public int place(String pair) {
    DatasetContents shown = contents;
    Integer number = shown == null ? null : shown.numbers().get(pair);
    return number == null ? -1 : gallery.shown().place(number);
  }

  @Override
  public @Nullable String at(int place) {
    DatasetContents shown = contents;
    if (shown == null || place < 0 || place >= gallery.shown().count()) {
      return null;
    }
    Item item = shown.items().get(gallery.shown().at(place));
    return item.isPair() ? item.id() : null;
  }

  /** Keeps what is shown and selected, for {@link #restore}. */
  public void save(IMemento to) {
    bar.save(to);
    to.putInteger("size", gallery.size());
    Item lead = gallery.leadItem();
    if (lead != null) {
      to.putString("pair", lead.id());
    }
  }

  /** Shows and selects what {@link #save} kept, as soon as the pairs are read. */
  public void restore(@Nullable IMemento from) {
    memento = from;
  }

  private void restore() {
    IMemento from = memento;
    if (from == null) {
      return;
    }
    bar.restore(from);
    Integer size = from.getInteger("size");
    if (size != null) {
      gallery.setSize(size);
    }
    String pair = from.getString("pair");
    if (pair != null) {
      pairToReveal = pair;
    }
  }
}
