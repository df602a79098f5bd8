package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.plan.model.PlanModel;

/** Lists of extensions, each on the left, and the chosen one's parameters on the right. */
public final class UsesPage implements PlanPage {
  /**
   * One of the lists.
   *
   * @param key of the plan
   * @param kind word of the kind of extension
   * @param title of the list
   * @param one name of one of them
   */
  public record Section(String key, String kind, String title, String one) {}

  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final PlanModel model;
  private final List<Section> sections;
  private final SashForm rows;
  private final List<ItemList> lists = new ArrayList<>();
  private final List<UsePanel> panels = new ArrayList<>();

  public UsesPage(Composite parent, PlanModel model, Section... sections) {
    this.model = model;
    this.sections = List.of(sections);
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    for (Section section : sections) {
      add(section);
    }
  }

  private void add(Section section) {
    SashForm sides = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    Composite left = new Composite(sides, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 8).applyTo(left);
    ScrolledForm right = new ScrolledForm(sides);
    GridLayoutFactory.fillDefaults().margins(12, 8).applyTo(right.content());
    UsePanel panel =
        new UsePanel(right.content(), model, section.kind(), section.one(), Set.of(), right::fit);
    lists.add(
        new ItemList(
            left,
            model,
            section.key(),
            section.title(),
            path -> words(section, path),
            panel::show));
    panels.add(panel);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
    sides.setWeights(38, 62);
    right.claimWidth(sides);
  }

  private String words(Section section, String path) {
    String id = model.text().id(path);
    String name =
        descriptors
            .known()
            .find(section.kind(), id)
            .map(Installed::name)
            .orElse(id.isEmpty() ? "?" : id);
    String settings =
        model.text().keys(path).stream()
            .filter(k -> !k.equals("id"))
            .map(k -> k + " " + model.text().value(path + "." + k))
            .collect(Collectors.joining(", "));
    return settings.isEmpty() ? name : name + " – " + settings;
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void refresh() {
    for (int i = 0; i < lists.size(); i++) {
      String kind = sections.get(i).kind();
      lists
          .get(i)
          .offer(
              descriptors.known().of(kind).stream()
                  .map(e -> new ItemList.Choice(e.name(), use(e)))
                  .toList());
      lists.get(i).refresh();
    }
  }

  private static Object use(Installed extension) {
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("id", extension.id());
    return extension.parameters().isEmpty() ? extension.id() : use;
  }

  @Override
  public void mark() {
    panels.forEach(UsePanel::mark);
  }

  @Override
  public List<String> keys() {
    return sections.stream().map(Section::key).toList();
  }

  @Override
  public void setFocus() {
    rows.setFocus();
  }
}
