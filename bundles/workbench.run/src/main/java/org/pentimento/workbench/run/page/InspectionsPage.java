package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.input.CaseInput;

/** The inspections that the plan's detectors made, of training pairs and models, to be opened. */
public final class InspectionsPage {
  private final Composite page;
  private final Table table;
  private final List<Row> rows;
  private final Consumer<Row> opened;

  /**
   * An inspection.
   *
   * @param kind of its editor
   * @param sha SHA-256 of its blob
   * @param name for a person
   */
  public record Row(CaseInput.Kind kind, String sha, String name) {}

  /**
   * A page.
   *
   * @param opened gets the inspection that a person wants to see
   */
  public InspectionsPage(Composite parent, RunResult result, Consumer<Row> opened) {
    this.rows = rows(result);
    this.opened = opened;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 8).applyTo(page);
    Label words = new Label(page, SWT.WRAP);
    words.setText(
        "What the plan's detectors, which were told nothing, found in the pairs that were trained"
            + " on and in the models that were trained.");
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(words);
    Button open = new Button(page, SWT.PUSH);
    open.setText("&Open Inspection");
    open.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> open()));
    table = new Table(page, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e -> e.result = "Inspections of training pairs and models"));
    rows.forEach(row -> new TableItem(table, SWT.NONE).setText(row.name()));
    table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> open()));
    table.select(0);
  }

  private static List<Row> rows(RunResult result) {
    List<Row> rows = new ArrayList<>();
    for (AttackInspection one : result.inspections()) {
      rows.add(new Row(CaseInput.Kind.INSPECTION, one.inspection(), name(one)));
    }
    for (ModelAnswer one : result.modelInspections()) {
      rows.add(
          new Row(CaseInput.Kind.MODEL_INSPECTION, one.modelInspection(), "Model " + one.model()));
    }
    return List.copyOf(rows);
  }

  private static String name(AttackInspection one) {
    return (one.attack() == 0
            ? "Training pairs without an attack"
            : "Training pairs as attack " + one.attack() + " of the plan left them")
        + ", seed "
        + one.seed();
  }

  private void open() {
    int index = table.getSelectionIndex();
    if (index >= 0) {
      opened.accept(rows.get(index));
    }
  }

  /** The control to lay out. */
  public Control control() {
    return page;
  }

  /** Takes the keyboard. */
  public void setFocus() {
    table.setFocus();
  }
}
