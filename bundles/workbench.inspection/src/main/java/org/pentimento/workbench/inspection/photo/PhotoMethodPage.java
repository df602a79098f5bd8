package org.pentimento.workbench.inspection.photo;

import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.overview.MethodTable;

/** How photos were inspected: model, trusted photos, clean models, seed, hashes, versions. */
final class PhotoMethodPage implements InspectionPage<ShownPhotos> {
  private final MethodTable table;

  /** Makes an empty page. */
  PhotoMethodPage(Composite parent) {
    table = new MethodTable(parent);
  }

  @Override
  public Control control() {
    return table.control();
  }

  @Override
  public void show(ShownPhotos inspection) {
    table.fill(() -> add(inspection.result()));
  }

  private void add(PhotoInspectionResult result) {
    table.row("Model", result.model().name());
    table.row("Model, SHA-256", result.model().digest());
    table.use(
        result.model().trained() ? "Trained here by" : "Made elsewhere, format",
        result.model().maker(),
        "");
    result.photos().stream()
        .filter(photo -> !photo.original().isEmpty())
        .forEach(photo -> table.row("Photo, SHA-256: " + photo.file(), photo.original()));
    table.data("Trusted data set", result.trusted());
    table.row("Trusted photos compared with", Integer.toString(result.compared()));
    for (ShadowUsed shadow : result.shadows()) {
      table.use(
          "Clean model of "
              + NumberWords.count(shadow.known().size(), "trusted pair", "trusted pairs"),
          shadow.generator(),
          "");
      table.row("Its weights, SHA-256", shadow.weights());
    }
    table.row("Seed", Long.toString(result.seed()));
    new TreeMap<>(result.environment()).forEach(table::row);
  }

  @Override
  public void setFocus() {
    table.control().setFocus();
  }
}
