package org.pentimento.workbench.inspection.ranking;

import java.util.List;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.form.MenuAction;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.preview.Previews;

/** The pairs, most suspicious first, beside the evidence of the one that is selected. */
public final class RankedPairsPage implements InspectionPage<ShownInspection> {
  /** Who is told what a person does. */
  public interface Client {
    /** Other pairs were selected. */
    void selected(List<String> pairs);

    /** A person wants to see a pair as a whole. */
    void opened(String pair);
  }

  private final Composite page;
  private final Combo show;
  private final Combo order;
  private final Text search;
  private final RankedGallery gallery;
  private final EvidencePane evidence;
  private final Client client;
  private List<PairFilter> filters = List.of();
  private @Nullable ShownInspection inspection;

  /** Makes an empty page. */
  public RankedPairsPage(Composite parent, Previews previews, Client client) {
    this.client = client;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
    Composite bar = ChoiceBar.bar(page, 12, 6);
    show = combo(bar, "&Show:", "Which pairs are listed");
    order = combo(bar, "&Order:", "In which order pairs are listed");
    for (PairOrdering one : PairOrdering.values()) {
      order.add(one.title());
    }
    order.select(0);
    ChoiceBar.fit(order);
    search = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
    search.setMessage("Id contains");
    search.setToolTipText("Lists only pairs whose id contains these letters");
    search
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Id contains"));
    search.addModifyListener(e -> list());
    SashForm sides = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
    gallery = new RankedGallery(sides, previews, new FromGallery());
    evidence = new EvidencePane(sides, previews);
    sides.setWeights(48, 52);
  }

  private Combo combo(Composite bar, String label, String help) {
    Combo combo = ChoiceBar.labelled(bar, label, help);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> list()));
    return combo;
  }

  /** Makes the menu of the gallery; others may add to it. */
  public MenuManager menu() {
    MenuManager menu = new MenuManager();
    menu.add(new MenuAction("&Open Pair\tEnter", gallery::open));
    menu.add(new MenuAction("&Copy Id\tCtrl+C", gallery::copyIds));
    menu.add(new MenuAction("Copy &Rows\tCtrl+Shift+C", gallery::copyRows));
    menu.add(new MenuAction("Select &All\tCtrl+A", gallery::selectAll));
    menu.add(new MenuAction("&Find by Id\tCtrl+F", this::focusSearch));
    gallery.control().setMenu(menu.createContextMenu(gallery.control()));
    return menu;
  }

  /** Puts the caret into the search for an id. */
  public void focusSearch() {
    search.setFocus();
    search.selectAll();
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(ShownInspection now) {
    inspection = now;
    filters = PairFilter.of(now.result());
    show.setItems(filters.stream().map(PairFilter::title).toArray(String[]::new));
    show.select(0);
    ChoiceBar.fit(show);
    gallery.of(now.asked().orElse(null));
    evidence.of(now);
    list();
  }

  private void list() {
    ShownInspection now = inspection;
    if (now == null || filters.isEmpty()) {
      return;
    }
    PairFilter filter = filters.get(Math.max(0, show.getSelectionIndex()));
    PairOrdering by = PairOrdering.values()[Math.max(0, order.getSelectionIndex())];
    gallery.show(filter.of(now.result().pairs(), search.getText(), by));
  }

  private final class FromGallery implements RankedGallery.Client {
    @Override
    public void listed(List<InspectedPair> selected) {
      if (selected.isEmpty()) {
        evidence.clear(nothing());
      } else {
        evidence.show(selected.get(0));
      }
    }

    @Override
    public void selected(List<InspectedPair> pairs) {
      listed(pairs);
      client.selected(pairs.stream().map(InspectedPair::id).toList());
    }

    @Override
    public void opened(InspectedPair pair) {
      client.opened(pair.id());
    }
  }

  /** Why no pair is listed. */
  private String nothing() {
    ShownInspection now = inspection;
    if (now == null) {
      return "";
    }
    if (now.result().verdict() == DatasetVerdict.NO_SCORE && now.result().pairs().isEmpty()) {
      return "No pair has a score, because no detector could say anything; the overview says why.";
    }
    return now.result().pairs().isEmpty()
        ? "The inspection lists no pair."
        : "No pair fits. Show all pairs, or search for other letters.";
  }

  /**
   * Lists the pairs of a pattern.
   *
   * @param pattern its place in the result
   */
  public void listPattern(int pattern) {
    int place = PairFilter.FIRST_PATTERN + pattern;
    if (place < filters.size()) {
      show.select(place);
      search.setText("");
      list();
    }
  }

  /** Selects a pair, if it is listed. */
  public void reveal(String pair) {
    gallery.reveal(pair);
    gallery.selection().stream().findFirst().ifPresent(evidence::show);
  }

  @Override
  public void setFocus() {
    gallery.control().setFocus();
  }
}
