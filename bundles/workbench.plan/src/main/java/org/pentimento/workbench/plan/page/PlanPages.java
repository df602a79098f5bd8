package org.pentimento.workbench.plan.page;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.pentimento.api.extension.Kind;
import org.pentimento.workbench.plan.model.PlanModel;

/** The pages that show a plan as forms. */
public final class PlanPages {
  private PlanPages() {}

  /** Makes them, in the order of their tabs. */
  public static List<PlanPage> forms(Composite parent, PlanModel model) {
    return List.of(
        new PlanOverviewPage(parent, model),
        new ListPage(
            parent,
            model,
            "Generators and Models",
            new ExtensionSection(
                model, "generators", List.of(Kind.GENERATOR), "Generators", "Generator"),
            new ModelSection(model)),
        new AttacksPage(parent, model),
        new ListPage(
            parent,
            model,
            "Metrics and Detectors",
            new ExtensionSection(model, "metrics", List.of(Kind.METRIC), "Metrics", "Metric"),
            new ExtensionSection(
                model,
                "detectors",
                List.of(Kind.DATASET_DETECTOR, Kind.MODEL_DETECTOR),
                "Detectors",
                "Detector")));
  }
}
