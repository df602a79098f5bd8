package org.pentimento.workbench.run.page;

import java.util.List;
import java.util.function.BiConsumer;
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

/** The inspections of the training pairs that the plan's detectors made, to be opened. */
public final class InspectionsPage {
  private final Composite page;
  private final Table table;
  private final List<AttackInspection> inspections;
  private final BiConsumer<AttackInspection, String> opened;

  /**
   * A page.
   *
   * @param opened gets the inspection that a person wants to see, and its name
   */
  public InspectionsPage(
      Composite parent,
      List<AttackInspection> inspections,
      BiConsumer<AttackInspection, String> opened) {
    this.inspections = List.copyOf(inspections);
    this.opened = opened;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 8).applyTo(page);
    Label words = new Label(page, SWT.WRAP);
    words.setText(
        "What the plan's detectors, which were told nothing, found in the pairs that were trained"
            + " on.");
    GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(words);
    Button open = new Button(page, SWT.PUSH);
    open.setText("&Open Inspection");
    open.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> open()));
    table = new Table(page, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "Inspections of the training pairs"));
    inspections.forEach(one -> new TableItem(table, SWT.NONE).setText(name(one)));
    table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> open()));
    table.select(0);
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
      opened.accept(inspections.get(index), name(inspections.get(index)));
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
