package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.catalogue.AboutWords;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.descriptors.ExtensionHelp;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.help.ContextHelp;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * The form of one extension as the plan uses it: which one, its parameters, what it says of itself.
 * Made anew when another extension stands at the path.
 */
final class UsePanel implements ItemPanel {
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final PlanModel model;
  private final List<Kind> kinds;
  private final String title;
  private final Set<String> hidden;
  private final ParameterForm form;
  private final Runnable resized;
  private Object shown = "";

  /**
   * Makes a form.
   *
   * @param kinds of extension
   * @param title such as "Trigger"; empty if which extension it is cannot be chosen here
   * @param hidden parameters that are set elsewhere
   * @param resized called when it needs another height
   */
  UsePanel(
      Composite parent,
      PlanModel model,
      List<Kind> kinds,
      String title,
      Set<String> hidden,
      Runnable resized) {
    this.model = model;
    this.kinds = List.copyOf(kinds);
    this.title = title;
    this.hidden = hidden;
    this.resized = resized;
    form = new ParameterForm(parent);
  }

  @Override
  public void show(String path) {
    String id = id(path);
    ExtensionCatalogue known = descriptors.known();
    Object wanted = List.of(path, id, model.isReadOnly(), System.identityHashCode(known));
    if (!wanted.equals(shown)) {
      shown = wanted;
      make(path, id, known);
      resized.run();
    }
    form.refresh();
    mark();
  }

  private String id(String path) {
    if (path.isEmpty()) {
      return "";
    }
    return path.equals("data") ? model.text().value("data.dataset") : model.text().id(path);
  }

  @Override
  public void mark() {
    form.mark();
  }

  @Override
  public boolean focusWrong() {
    return form.focusWrong();
  }

  private void make(String path, String id, ExtensionCatalogue known) {
    form.clear();
    if (path.isEmpty()) {
      return;
    }
    Optional<InstalledExtension> found =
        kinds.stream().flatMap(kind -> known.find(kind, id).stream()).findFirst();
    ContextHelp.set(
        form.control(), () -> found.map(e -> ExtensionHelp.markdown(e.descriptor())).orElse(""));
    if (!title.isEmpty()) {
      chooser(path, id, known);
      form.addProse(found.map(UsePanel::description).orElseGet(() -> missing(id, known)));
    }
    PlanValues values = new PlanValues(model, path);
    found.stream()
        .flatMap(e -> e.parameters().stream())
        .filter(p -> !hidden.contains(p.id()))
        .forEach(p -> form.add(p, values));
    if (model.isReadOnly()) {
      form.lock();
    }
  }

  private String missing(String id, ExtensionCatalogue known) {
    String what = what();
    if (known.extensions().isEmpty()) {
      return descriptors.problem().isEmpty()
          ? "The installed extensions are being listed …"
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

  /** The word for what is chosen; where there are several kinds, the title says it. */
  private String what() {
    return kinds.size() == 1
        ? kinds.get(0).word().replace('-', ' ')
        : title.toLowerCase(Locale.ROOT);
  }

  private static String description(InstalledExtension e) {
    StringBuilder text = new StringBuilder(e.descriptor().summary());
    String needs = ExtensionHelp.needs(e.descriptor());
    if (!needs.isEmpty()) {
      text.append(" Needs ").append(needs).append('.');
    }
    if (!e.descriptor().citation().isEmpty()) {
      text.append("\n").append(e.descriptor().citation());
    }
    AboutWords.of(e.descriptor().about()).forEach(line -> text.append("\n").append(line));
    return text.toString();
  }

  private void chooser(String path, String id, ExtensionCatalogue known) {
    form.addCaption(title + ":");
    Combo combo = new Combo(form.control(), SWT.READ_ONLY);
    combo.setVisibleItemCount(16);
    List<String> ids = new ArrayList<>();
    for (Kind kind : kinds) {
      for (InstalledExtension e : known.of(kind)) {
        combo.add(e.name());
        ids.add(e.id());
      }
    }
    int at = ids.indexOf(id);
    if (at < 0 && !id.isEmpty()) {
      combo.add(id + " (not installed)");
      ids.add(id);
      at = ids.size() - 1;
    }
    combo.select(at);
    combo.setToolTipText("Which " + what() + " is used");
    combo
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = title));
    GridDataFactory.fillDefaults()
        .span(ParameterForm.COLUMNS - 1, 1)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(combo);
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              Map<String, Object> use = new LinkedHashMap<>();
              use.put("id", ids.get(combo.getSelectionIndex()));
              model.edit(path + " id", t -> t.with(path, use));
            }));
  }
}
