package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;

/** Lists of the plan, each on the left, and the form of the chosen item on the right. */
final class ListPage implements PlanPage {
  private final PlanModel model;
  private final String title;
  private final SashForm rows;
  private final List<Row> sections = new ArrayList<>();

  /** A section with its widgets. */
  private record Row(ListSection section, ItemList list, ItemPanel panel) {}

  /** A page with some sections, one below the other. */
  ListPage(Composite parent, PlanModel model, String title, ListSection... sections) {
    this.model = model;
    this.title = title;
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    for (ListSection section : sections) {
      add(section);
    }
  }

  private void add(ListSection section) {
    SashForm sides = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    Composite left = new Composite(sides, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 8).applyTo(left);
    ScrolledForm right = new ScrolledForm(sides);
    GridLayoutFactory.fillDefaults().margins(12, 8).applyTo(right.content());
    ItemPanel panel = section.panel(right.content(), right::fit);
    ItemList list =
        new ItemList(left, model, section.key(), section.title(), section::words, panel::show);
    sections.add(new Row(section, list, panel));
    GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
    sides.setWeights(38, 62);
    right.claimWidth(sides);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void refresh() {
    for (Row row : sections) {
      row.list().offer(row.section().choices());
      row.list().refresh();
    }
  }

  @Override
  public void mark() {
    sections.forEach(row -> row.panel().mark());
  }

  @Override
  public boolean reveal(PlanProblem problem) {
    for (Row row : sections) {
      if (row.list().reveal(problem.key())) {
        row.panel().focusWrong();
        return true;
      }
    }
    return false;
  }

  @Override
  public List<String> keys() {
    return sections.stream().map(row -> row.section().key()).toList();
  }

  @Override
  public void setFocus() {
    rows.setFocus();
  }
}
