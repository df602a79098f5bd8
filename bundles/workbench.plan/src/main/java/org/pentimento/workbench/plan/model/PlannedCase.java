package org.pentimento.workbench.plan.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.PairTags;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;

/**
 * What a case has that a plan may name.
 *
 * @param datasets its data sets
 * @param models the models that were imported into it
 * @param tags that pairs of its data sets bear
 * @param entries how many its custody log has
 */
public record PlannedCase(
    List<DatasetRecord> datasets, List<ModelRecord> models, PairTags tags, long entries) {
  /** A case that is not open, or not made yet. */
  public static final PlannedCase EMPTY = new PlannedCase(List.of(), List.of(), PairTags.NONE, 0);

  /** The case in a folder as it was read last. */
  static PlannedCase in(Path folder) {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .read(folder)
        .map(c -> new PlannedCase(c.datasets(), c.imported(), recorded(c), c.entries().size()))
        .orElse(EMPTY);
  }

  /** Tags in the log; those that wait to be taken into it have no entry that a plan could name. */
  private static PairTags recorded(OpenCase.Read read) {
    return PairTags.of(read.entries());
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
