package org.pentimento.workbench.inspection.suspect;

import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.inspection.overview.MethodTable;

/** How a model was inspected: the model, trusted pairs, detectors, seed, hashes, versions. */
public final class ModelMethodPage implements InspectionPage<ShownModelInspection> {
  private final MethodTable table;

  /** Makes an empty page. */
  public ModelMethodPage(Composite parent) {
    table = new MethodTable(parent);
  }

  @Override
  public Control control() {
    return table.control();
  }

  @Override
  public void show(ShownModelInspection inspection) {
    table.fill(() -> add(inspection.result()));
  }

  private void add(ModelInspectionResult result) {
    InspectedModel model = result.model();
    table.row("Model", model.name());
    table.row("Model, SHA-256", model.digest());
    table.use(model.trained() ? "Trained here by" : "Made elsewhere, format", model.maker(), "");
    table.row(
        "Parameters",
        model.parameters() == 0
            ? "not known"
            : String.format(java.util.Locale.ROOT, "%,d", model.parameters()));
    table.row(
        "Looked into",
        model.gradients()
            ? "with gradients for its photos"
            : "from outside, by its sketches alone");
    new TreeMap<>(model.provenance()).forEach((what, said) -> table.row("It says: " + what, said));
    table.data("Trusted data set", result.trusted());
    table.row("Shadow models", Integer.toString(result.shadows().size()));
    table.row("Seed", Long.toString(result.seed()));
    result.detectors().forEach(d -> table.use("Detector", d.extension(), d.problem()));
    new TreeMap<>(result.environment()).forEach(table::row);
  }

  @Override
  public void setFocus() {
    table.control().setFocus();
  }
}
