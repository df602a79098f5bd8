package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.pentimento.api.extension.Parameter;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.ParameterValues;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;

/** Which imported model is looked at, and what is known of it. */
final class ModelPanel implements ItemPanel {
  private final PlanModel model;
  private final ParameterForm form;
  private final Runnable resized;
  private Object shown = "";

  ModelPanel(Composite parent, PlanModel model, Runnable resized) {
    this.model = model;
    this.resized = resized;
    form = new ParameterForm(parent);
  }

  @Override
  public void show(String path) {
    String name = path.isEmpty() ? "" : ModelSection.name(model.text(), path);
    List<ModelRecord> models = model.plannedCase().models();
    Object wanted = List.of(path, name, models, model.isReadOnly());
    if (!wanted.equals(shown)) {
      shown = wanted;
      make(path, name, models);
      resized.run();
    }
    form.refresh();
    mark();
  }

  private void make(String path, String name, List<ModelRecord> models) {
    form.clear();
    if (path.isEmpty()) {
      form.addProse(
          models.isEmpty()
              ? "The case has no imported model. Import one to audit it here."
              : "Add a model of the case to audit it. It is not trained, only looked at.");
      return;
    }
    List<String> names = new ArrayList<>(models.stream().map(ModelRecord::name).toList());
    if (!names.contains(name)) {
      names.add(name);
    }
    form.addWithoutDefault(
        Parameter.choice(
            "model", "Model", "Which imported model of the case.", names.toArray(String[]::new)),
        new Values(model, path));
    form.addProse(
        model
            .plannedCase()
            .model(name)
            .map(ModelPanel::about)
            .orElse("The case has no model “" + name + "”. Choose another one, or import it."));
    if (model.isReadOnly()) {
      form.lock();
    }
  }

  private static String about(ModelRecord model) {
    String assumed = String.join(", ", model.assumptions().keySet());
    return "Imported as "
        + model.format()
        + " "
        + model.version()
        + " from "
        + model.origin()
        + "."
        + (assumed.isEmpty() ? "" : " Assumed: " + assumed + "; its properties say why.");
  }

  @Override
  public void mark() {
    form.mark();
  }

  @Override
  public boolean focusWrong() {
    return form.focusWrong();
  }

  /** The name of the model at a path of the plan. */
  private record Values(PlanModel model, String path) implements ParameterValues {
    @Override
    public String get(String id) {
      return ModelSection.name(model.text(), path);
    }

    @Override
    public void set(String id, String value) {
      model.edit(path + " model", text -> text.with(path, Map.of("model", value)));
    }

    @Override
    public Optional<String> problem(String id) {
      return model
          .problemAt(path)
          .or(() -> model.problemAt(path + ".model"))
          .map(PlanProblem::message);
    }
  }
}
