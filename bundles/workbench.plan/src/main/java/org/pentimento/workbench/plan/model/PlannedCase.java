package org.pentimento.workbench.plan.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;

/**
 * What a case has that a plan may name.
 *
 * @param datasets its data sets
 * @param models the models that were imported into it
 */
public record PlannedCase(List<DatasetRecord> datasets, List<ModelRecord> models) {
  /** A case that is not open, or not made yet. */
  public static final PlannedCase EMPTY = new PlannedCase(List.of(), List.of());

  /** The case in a folder as it was read last. */
  static PlannedCase in(Path folder) {
    return PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .filter(c -> c.folder().equals(folder))
        .filter(OpenCase.Read.class::isInstance)
        .map(c -> (OpenCase.Read) c)
        .map(c -> new PlannedCase(c.datasets(), c.imported()))
        .findFirst()
        .orElse(EMPTY);
  }

  /** The data set of a name. */
  public Optional<DatasetRecord> dataset(String name) {
    return datasets.stream().filter(d -> d.name().equals(name)).findFirst();
  }

  /** The model of a name. */
  public Optional<ModelRecord> model(String name) {
    return models.stream().filter(m -> m.name().equals(name)).findFirst();
  }
}
