package org.pentimento.workbench.inspection.overview;

import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownInspection;

/** How an inspection was made: data, detectors with their settings, seed, hashes, versions. */
public final class MethodPage implements InspectionPage<ShownInspection> {
  private final MethodTable table;

  /** Makes an empty page. */
  public MethodPage(Composite parent) {
    table = new MethodTable(parent);
  }

  @Override
  public Control control() {
    return table.control();
  }

  @Override
  public void show(ShownInspection inspection) {
    table.fill(() -> add(inspection.result()));
  }

  private void add(InspectionResult result) {
    table.data("Data set", result.data());
    InspectedData trusted = result.trusted();
    if (trusted == null) {
      table.row("Trusted data set", "none: what is normal is learnt from the suspect pairs");
    } else {
      table.data("Trusted data set", trusted);
    }
    table.row("False alarms asked for", NumberWords.fine(result.falseAlarms()));
    Double threshold = result.threshold();
    table.row(
        "Threshold of the score",
        threshold == null ? "none, as there is no score" : NumberWords.value(threshold));
    table.row("Seed", Long.toString(result.seed()));
    result.detectors().forEach(d -> table.use("Detector", d.extension(), d.problem()));
    new TreeMap<>(result.environment()).forEach(table::row);
  }

  @Override
  public void setFocus() {
    table.control().setFocus();
  }
}
