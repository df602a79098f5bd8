package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * The row that says by which tags pairs are left out. A choice names the latest entry of the case's
 * log, so that the plan means the same pairs for good, whatever is tagged later.
 */
final class LeftOutTags {
  private static final String KEY = "data.without";

  private final PlanModel model;
  private final Composite box;
  private final Label said;
  private final Button choose;

  LeftOutTags(Composite parent, PlanModel model) {
    this.model = model;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(box);
    choose = new Button(box, SWT.PUSH);
    choose.setText("&Tags …");
    choose.setToolTipText("Choose tags whose pairs are left out");
    choose.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    said = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(260, SWT.DEFAULT)
        .applyTo(said);
  }

  Control control() {
    return box;
  }

  private Map<String, Set<String>> tags() {
    return model.plannedCase().tags().of(model.text().value("data.dataset"));
  }

  /** The tags that the plan names. */
  private List<String> named() {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < model.text().size(KEY); i++) {
      named.add(model.text().value(KEY + "[" + i + "].tag"));
    }
    return named;
  }

  /** Says what the plan leaves out; empty if it can leave nothing out. */
  String refresh() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < model.text().size(KEY); i++) {
      String item = KEY + "[" + i + "]";
      words
          .append(words.isEmpty() ? "" : ", ")
          .append("“")
          .append(model.text().value(item + ".tag"))
          .append("” as of entry ")
          .append(model.text().value(item + ".entry"));
    }
    boolean some = !tags().isEmpty() || !words.isEmpty();
    choose.setEnabled(some && !model.isReadOnly());
    String text =
        words.isEmpty()
            ? some ? "no pairs" : "no pairs; none has a tag (in the gallery, Ctrl+T)"
            : "pairs with the tag " + words;
    if (!said.getText().equals(text)) {
      said.setText(text.replace("&", "&&"));
    }
    return text;
  }

  private void choose() {
    Map<String, Set<String>> tags = tags();
    List<String> before = named();
    List<String> offered =
        Stream.concat(tags.keySet().stream(), before.stream()).distinct().toList();
    ListSelectionDialog dialog =
        ListSelectionDialog.of(offered)
            .contentProvider(ArrayContentProvider.getInstance())
            .labelProvider(
                new LabelProvider() {
                  @Override
                  public String getText(Object element) {
                    Set<String> pairs = tags.get((String) element);
                    return element
                        + (pairs == null
                            ? "  (no pair now)"
                            : "  (" + pairs.size() + (pairs.size() == 1 ? " pair)" : " pairs)"));
                  }
                })
            .title("Leave Out by Tag")
            .message("Leave out the pairs that have one of these tags now:")
            .preselect(before.toArray())
            .create(box.getShell());
    if (dialog.open() == Window.OK) {
      set(Stream.of(dialog.getResult()).map(String::valueOf).toList());
    }
  }

  private void set(List<String> chosen) {
    long entry = model.plannedCase().entries();
    List<Map<String, Object>> items = new ArrayList<>();
    for (String tag : chosen) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("tag", tag);
      item.put("entry", entry);
      items.add(item);
    }
    model.edit(
        "without", t -> items.isEmpty() ? t.has(KEY) ? t.without(KEY) : t : t.with(KEY, items));
  }
}
