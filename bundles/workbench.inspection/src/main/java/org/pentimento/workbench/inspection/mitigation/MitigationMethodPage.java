package org.pentimento.workbench.inspection.mitigation;

import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.overview.MethodTable;

/** How a new model was made: both models, method and settings, trusted pairs, seed, hashes. */
final class MitigationMethodPage implements InspectionPage<ShownMitigation> {
  private final MethodTable table;

  /** Makes an empty page. */
  MitigationMethodPage(Composite parent) {
    table = new MethodTable(parent);
  }

  @Override
  public Control control() {
    return table.control();
  }

  @Override
  public void show(ShownMitigation mitigation) {
    table.fill(() -> add(mitigation.result()));
  }

  private void add(MitigationResult result) {
    table.row("Old model", result.from().name());
    table.row("Old model, SHA-256", result.from().digest());
    table.row("New model", result.model());
    table.row("New model, SHA-256", result.digest());
    table.row("Method", MitigationWords.name(result.method()));
    new TreeMap<>(result.settings())
        .forEach((name, value) -> table.row("Method, " + name, String.valueOf(value)));
    table.data("Trusted data set", result.trusted());
    table.row("Pairs learned from", Integer.toString(result.learned().size()));
    table.row("Pairs kept out", Integer.toString(result.keptOut().size()));
    table.row("Inspection before, SHA-256", result.before());
    table.row("Inspection after, SHA-256", result.after());
    table.row("Seed", Long.toString(result.seed()));
    new TreeMap<>(result.environment()).forEach(table::row);
  }

  @Override
  public void setFocus() {
    table.control().setFocus();
  }
}
