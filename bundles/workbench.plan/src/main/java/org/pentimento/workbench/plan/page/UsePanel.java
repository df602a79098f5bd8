package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.pentimento.workbench.descriptors.ExtensionCatalogue;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.help.ContextHelp;
import org.pentimento.workbench.look.SecondaryText;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * The form of one extension as the plan uses it: which one, its parameters, what it says of itself.
 * Made anew when another extension stands at the path.
 */
final class UsePanel {
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final PlanModel model;
  private final String kind;
  private final String title;
  private final Set<String> hidden;
  private final Composite box;
  private final Runnable resized;
  private final List<Field> fields = new ArrayList<>();
  private String path;
  private Object shown = "";

  /**
   * Makes a form.
   *
   * @param kind word of the kind of extension
   * @param title such as "Trigger"; empty if which extension it is cannot be chosen here
   * @param hidden parameters that are set elsewhere
   * @param resized called when it needs another height
   */
  UsePanel(
      Composite parent,
      PlanModel model,
      String kind,
      String title,
      Set<String> hidden,
      Runnable resized) {
    this.model = model;
    this.kind = kind;
    this.title = title;
    this.hidden = hidden;
    this.resized = resized;
    this.path = "";
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(Field.COLUMNS).spacing(8, 4).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
  }

  Composite control() {
    return box;
  }

  List<Field> fields() {
    return fields;
  }

  /** Shows what stands at a path; an empty one shows nothing. */
  void show(String place) {
    path = place;
    String id = id();
    ExtensionCatalogue known = descriptors.known();
    Object wanted = List.of(path, id, model.isReadOnly(), System.identityHashCode(known));
    if (!wanted.equals(shown)) {
      shown = wanted;
      make(id, known);
      resized.run();
    }
    fields.forEach(Field::refresh);
    mark();
  }

  private String id() {
    if (path.isEmpty()) {
      return "";
    }
    return path.equals("data") ? model.text().value("data.dataset") : model.text().id(path);
  }

  void mark() {
    fields.forEach(Field::mark);
  }

  private void make(String id, ExtensionCatalogue known) {
    fields.clear();
    for (Control child : box.getChildren()) {
      child.dispose();
    }
    if (path.isEmpty()) {
      return;
    }
    Optional<Installed> found = known.find(kind, id);
    ContextHelp.set(box, () -> found.map(Installed::help).orElse(""));
    if (!title.isEmpty()) {
      chooser(id, known);
    }
    if (found.isEmpty()) {
      if (!title.isEmpty()) {
        prose(missing(id, known));
      }
    } else {
      if (!title.isEmpty()) {
        prose(description(found.get()));
      }
      for (Parameter p : found.get().parameters()) {
        if (!hidden.contains(p.id())) {
          fields.add(Field.of(box, model, path + "." + p.id(), p));
        }
      }
    }
    if (model.isReadOnly()) {
      for (Control child : box.getChildren()) {
        child.setEnabled(child instanceof Label);
      }
    }
  }

  private String missing(String id, ExtensionCatalogue known) {
    String what = kind.replace('-', ' ');
    if (known.extensions().isEmpty()) {
      return descriptors.problem().isEmpty()
          ? "What is installed is being asked …"
          : descriptors.problem();
    }
    return id.isEmpty()
        ? "No " + what + " is chosen yet."
        : "There is no "
            + what
            + " “"
            + id
            + "” among the installed extensions. Choose another one, or put its jar into the"
            + " folder dropins of Pentimento and start it again. What the plan says of it is kept"
            + " until then.";
  }

  private static String description(Installed e) {
    StringBuilder text = new StringBuilder(e.summary());
    if (!e.needs().isEmpty()) {
      text.append(" Needs ").append(String.join(", ", e.needs()).replace('-', ' ')).append('.');
    }
    if (!e.citation().isEmpty()) {
      text.append("\n").append(e.citation());
    }
    return text.toString();
  }

  private void chooser(String id, ExtensionCatalogue known) {
    Field.caption(box, title + ":");
    Combo combo = new Combo(box, SWT.READ_ONLY);
    combo.setVisibleItemCount(16);
    List<String> ids = new ArrayList<>();
    for (Installed e : known.of(kind)) {
      combo.add(e.name());
      ids.add(e.id());
    }
    int at = ids.indexOf(id);
    if (at < 0 && !id.isEmpty()) {
      combo.add(id + " (not installed)");
      ids.add(id);
      at = ids.size() - 1;
    }
    combo.select(at);
    combo.setToolTipText("Which " + kind.replace('-', ' ') + " is used");
    combo
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = title));
    GridDataFactory.fillDefaults().span(Field.COLUMNS - 1, 1).indent(8, 0).applyTo(combo);
    String place = path;
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              Map<String, Object> use = new LinkedHashMap<>();
              use.put("id", ids.get(combo.getSelectionIndex()));
              model.edit(place + " id", t -> t.with(place, use));
            }));
  }

  private void prose(String text) {
    Label label = new Label(box, SWT.WRAP);
    label.setText(text.replace("&", "&&"));
    SecondaryText.colour(label);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(Field.COLUMNS, 1)
        .hint(240, SWT.DEFAULT)
        .applyTo(label);
  }

  void setFocus() {
    if (!fields.isEmpty()) {
      fields.get(0).setFocus();
    }
  }
}
