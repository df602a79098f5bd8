package org.pentimento.workbench.selection;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Named.Kind;
import org.pentimento.workbench.cases.OpenCases;

/**
 * Something recorded that can be given a name to be shown by.
 *
 * @param caseFolder of the case
 * @param thing in that case
 */
public record NamedThing(Path caseFolder, Named.Thing thing) {
  /** What a node of the tree stands for; empty for groups, findings and drafts. */
  public static Optional<NamedThing> of(@Nullable Object node) {
    if (node instanceof Node.CaseNode n) {
      return of(n, Kind.CASE, "");
    } else if (node instanceof Node.DatasetNode n) {
      return of(n, Kind.DATASET, n.dataset().name());
    } else if (node instanceof Node.PlanNode n) {
      return of(n, Kind.PLAN, n.sha());
    } else if (node instanceof Node.RunNode n) {
      return of(n, Kind.RUN, n.run().id());
    } else if (node instanceof Node.InspectionNode n) {
      return of(n, Kind.RUN, n.inspection().run().id());
    } else if (node instanceof Node.ModelNode n) {
      return of(n, Kind.TRAINED_MODEL, n.model().weights());
    } else if (node instanceof Node.ImportedModelNode n) {
      return of(n, Kind.IMPORTED_MODEL, n.model().name());
    } else if (node instanceof Node.DrawingsNode n) {
      return of(n, Kind.DRAWINGS, Long.toString(n.entry().number()));
    } else if (node instanceof Node.ReportNode n) {
      return of(n, Kind.REPORT, Long.toString(n.entry().number()));
    }
    return Optional.empty();
  }

  private static Optional<NamedThing> of(Node node, Kind kind, String id) {
    return Optional.of(new NamedThing(node.caseFolder(), new Named.Thing(kind, id)));
  }

  /** What it is shown by. */
  public String shown(String recorded) {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .names(caseFolder)
        .shown(thing.kind(), thing.id(), recorded);
  }
}
