package org.pentimento.workbench.plan.page;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.swt.widgets.Composite;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.plan.model.PlanModel;

/** The imported models of the case that the plan looks at, as it finds them: none is trained. */
record ModelSection(PlanModel model) implements ListSection {
  private static final String KEY = "models";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String title() {
    return "Models of the case";
  }

  /** Each model once. */
  @Override
  public List<ItemList.Choice> choices() {
    Set<String> used = new HashSet<>();
    for (int i = 0; i < model.text().size(KEY); i++) {
      used.add(name(model.text(), KEY + "[" + i + "]"));
    }
    return model.plannedCase().models().stream()
        .map(ModelRecord::name)
        .filter(name -> !used.contains(name))
        .map(name -> new ItemList.Choice(name, Map.of("model", name)))
        .toList();
  }

  @Override
  public String words(String path) {
    String name = name(model.text(), path);
    return model
        .plannedCase()
        .model(name)
        .map(m -> name + " – imported, " + m.format())
        .orElse((name.isEmpty() ? "?" : name) + " – not in the case");
  }

  /** The model that an item names: {@code {model: NAME}}, or the name alone. */
  static String name(PlanText text, String path) {
    return text.isMap(path) ? text.value(path + ".model") : text.value(path);
  }

  @Override
  public ItemPanel panel(Composite parent, Runnable resized) {
    return new ModelPanel(parent, model, resized);
  }
}
