package org.pentimento.workbench.selection;

import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.CaseModel;

/** What the things in the tree are called. */
public final class NodeNames {
  private NodeNames() {}

  /** The name by which a thing is shown: the one that it was given, or the recorded one. */
  public static String shown(Node node) {
    String recorded = recorded(node);
    return NamedThing.of(node).map(thing -> thing.shown(recorded)).orElse(recorded);
  }

  /** The name that was recorded, or what stands for it. */
  public static String recorded(Node node) {
    if (node instanceof Node.CaseNode n) {
      return n.content().name();
    } else if (node instanceof Node.Group n) {
      return n.kind().title();
    } else if (node instanceof Node.DatasetNode n) {
      return n.dataset().name();
    } else if (node instanceof Node.PlanNode n) {
      return n.name();
    } else if (node instanceof Node.DraftNode n) {
      return n.draft().name();
    } else if (node instanceof Node.RunNode n) {
      return n.run().name();
    } else if (node instanceof Node.InspectionNode n) {
      return TrainingWords.inWords(n.inspection().run().name());
    } else if (node instanceof Node.ModelNode n) {
      CaseModel model = n.model();
      return model.generator() + ", " + model.subject().word() + ", seed " + model.seed();
    } else if (node instanceof Node.ImportedModelNode n) {
      return n.model().name();
    } else if (node instanceof Node.DrawingsNode n) {
      return NumberWords.count(n.kept().photos(), "photo", "photos")
          + " by "
          + NumberWords.count(n.kept().models().size(), "model", "models");
    } else if (node instanceof Node.FindingNode n) {
      return n.finding().text();
    } else if (node instanceof Node.ReportNode n) {
      return report(n);
    }
    throw new IllegalArgumentException("No node: " + node);
  }

  private static String report(Node.ReportNode report) {
    String name =
        report
            .entry()
            .as(ReportWritten.class)
            .map(
                r ->
                    r.isSignedOff()
                        ? "Signed-off report"
                        : r.draft().map(d -> "Draft report").orElse("Report"))
            .orElse("Report");
    return report.files().containsKey("report.html") || report.files().isEmpty()
        ? name
        : name + " as " + String.join(", ", report.files().keySet());
  }
}
