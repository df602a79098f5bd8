package org.pentimento.workbench.run.draw;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.cases.CaseModel;
import org.pentimento.workbench.cases.OpenCase;

/**
 * A model of a case that can draw.
 *
 * @param name as jobs know it
 * @param title as a person knows it, short, with what tells models apart in front
 * @param origin the run that trained it, or that it was imported
 */
record DrawableModel(String name, String title, String origin) {
  /** All of a case. */
  static List<DrawableModel> of(OpenCase.Read read) {
    List<DrawableModel> models = new ArrayList<>();
    for (CaseModel model : read.models()) {
      if (model.draws()) {
        models.add(
            new DrawableModel(
                model.name(),
                ConditionNames.capital(model.subject().word())
                    + ": "
                    + model.generator()
                    + ", seed "
                    + model.seed(),
                run(read, model.run()) + ", " + model.comparison()));
      }
    }
    read.imported().forEach(m -> models.add(new DrawableModel(m.name(), m.name(), "imported")));
    return models;
  }

  private static String run(OpenCase.Read read, String id) {
    return read.runs().stream()
        .filter(run -> run.id().equals(id))
        .map(RunRecord::name)
        .findFirst()
        .orElse(id);
  }
}
