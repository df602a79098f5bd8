package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.workbench.selection.PairRef;

/** The form of a tag that pairs of one data set get, or that is taken off them. */
final class TagForm implements EntryDialog.Form {
  private final List<PairRef> pairs;
  private final Map<String, Set<String>> known;
  private @Nullable Combo tag;
  private @Nullable Button take;

  /**
   * A form.
   *
   * @param pairs at least one, all of one data set
   * @param known ids of the pairs of that data set by the tags that they bear
   */
  TagForm(List<PairRef> pairs, Map<String, Set<String>> known) {
    this.pairs = List.copyOf(pairs);
    this.known = known;
  }

  @Override
  public void make(Composite box, Runnable changed) {
    new Label(box, SWT.NONE).setText("&Tag:");
    Combo field = new Combo(box, SWT.DROP_DOWN);
    field.setItems(known.keySet().toArray(String[]::new));
    field.setTextLimit(Tagged.LONGEST);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
    Button give = new Button(box, SWT.RADIO);
    give.setText("&Give it to the pairs");
    give.setSelection(true);
    Button off = new Button(box, SWT.RADIO);
    off.setText("Take it &off them");
    off.setEnabled(!known.isEmpty());
    field.addModifyListener(e -> changed.run());
    off.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    tag = field;
    take = off;
    field.setFocus();
  }

  private String typed() {
    return tag == null ? "" : tag.getText().strip();
  }

  private boolean gives() {
    return take == null || !take.getSelection();
  }

  /** The ids for which something changes. */
  private List<String> ids() {
    Set<String> bearing = known.getOrDefault(typed(), Set.of());
    return pairs.stream()
        .map(PairRef::pair)
        .filter(id -> bearing.contains(id) != gives())
        .distinct()
        .toList();
  }

  @Override
  public String problem() {
    if (typed().isEmpty()) {
      return "Type a tag, or choose one.";
    }
    String problem = Tagged.problem(typed());
    return !problem.isEmpty()
        ? problem
        : ids().isEmpty()
            ? gives() ? "All of them have this tag." : "None of them has this tag."
            : "";
  }

  @Override
  public Path caseFolder() {
    return pairs.get(0).caseFolder();
  }

  @Override
  public List<CaseEvent> events() {
    List<String> ids = ids();
    List<CaseEvent> events = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Tagged.MOST) {
      events.add(
          new Tagged(
              pairs.get(0).dataset(),
              ids.subList(from, Math.min(ids.size(), from + Tagged.MOST)),
              typed(),
              gives()));
    }
    return events;
  }
}
