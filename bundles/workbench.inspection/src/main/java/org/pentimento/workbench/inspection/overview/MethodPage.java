package org.pentimento.workbench.inspection.overview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.table.CopyRows;

/** How an inspection was made: data, detectors with their settings, seed, hashes, versions. */
public final class MethodPage implements InspectionPage {
  private final Table table;

  /** Makes an empty page. */
  public MethodPage(Composite parent) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    for (String title : List.of("What", "Value")) {
      new TableColumn(table, SWT.NONE).setText(title);
    }
    table.getColumn(0).setWidth(190);
    table.getColumn(1).setWidth(640);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "How it was inspected"));
    CopyRows.on(table);
  }

  @Override
  public Control control() {
    return table;
  }

  @Override
  public void show(ShownInspection inspection) {
    InspectionResult result = inspection.result();
    table.setRedraw(false);
    table.removeAll();
    data("Data set", result.data());
    InspectedData trusted = result.trusted();
    if (trusted == null) {
      row("Trusted data set", "none: what is normal is learnt from the suspect pairs");
    } else {
      data("Trusted data set", trusted);
    }
    row("False alarms asked for", NumberWords.fine(result.falseAlarms()));
    Double threshold = result.threshold();
    row(
        "Threshold of the score",
        threshold == null ? "none, as there is no score" : NumberWords.value(threshold));
    row("Seed", Long.toString(result.seed()));
    for (DetectorUse detector : result.detectors()) {
      use(detector.extension());
      if (!detector.problem().isEmpty()) {
        row("", "says nothing: " + detector.problem());
      }
    }
    new TreeMap<>(result.environment()).forEach(this::row);
    table.setRedraw(true);
  }

  private void data(String kind, InspectedData data) {
    row(kind, data.dataset() + ", format " + data.format());
    row(kind + ", SHA-256", data.digest());
    row(
        "Looked at",
        NumberWords.count(data.count(), "pair", "pairs")
            + " of "
            + data.width()
            + " × "
            + data.height()
            + " pixels, with eyes "
            + data.withEyes());
    new TreeMap<>(data.skipped()).forEach((pair, why) -> row("Skipped: " + pair, why));
    new TreeMap<>(data.leftOutAtImport()).forEach((file, why) -> row("In no pair: " + file, why));
  }

  private void use(ExtensionUse use) {
    String settings =
        new TreeMap<>(use.settings())
            .entrySet().stream()
                .map((Map.Entry<String, Object> e) -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    row("Detector", use.name() + " " + use.version() + (settings.isEmpty() ? "" : ": " + settings));
    if (!use.citation().isEmpty()) {
      row("", use.citation());
    }
  }

  private void row(String what, String value) {
    new TableItem(table, SWT.NONE).setText(new String[] {what, value});
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
