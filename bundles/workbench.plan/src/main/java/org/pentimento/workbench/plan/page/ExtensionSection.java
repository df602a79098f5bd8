package org.pentimento.workbench.plan.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * A list of extensions with their settings, such as the generators.
 *
 * @param key of the list in the plan
 * @param kinds of the extensions
 * @param title of the list
 * @param one name of an item, such as "Generator"
 */
record ExtensionSection(PlanModel model, String key, List<Kind> kinds, String title, String one)
    implements ListSection {
  private static Descriptors descriptors() {
    return PlatformUI.getWorkbench().getService(Descriptors.class);
  }

  @Override
  public List<ItemList.Choice> choices() {
    return kinds.stream()
        .flatMap(kind -> descriptors().known().of(kind).stream())
        .map(e -> new ItemList.Choice(e.name(), use(e)))
        .toList();
  }

  private static Object use(InstalledExtension extension) {
    return extension.parameters().isEmpty() ? extension.id() : Map.of("id", extension.id());
  }

  @Override
  public String words(String path) {
    String id = model.text().id(path);
    String name =
        kinds.stream()
            .flatMap(kind -> descriptors().known().find(kind, id).stream())
            .findFirst()
            .map(InstalledExtension::name)
            .orElse(id.isEmpty() ? "?" : id);
    String settings =
        model.text().keys(path).stream()
            .filter(k -> !k.equals("id"))
            .map(k -> k + " " + model.text().value(path + "." + k))
            .collect(Collectors.joining(", "));
    return settings.isEmpty() ? name : name + " – " + settings;
  }

  @Override
  public ItemPanel panel(Composite parent, Runnable resized) {
    return new UsePanel(parent, model, kinds, one, Set.of(), resized);
  }
}
