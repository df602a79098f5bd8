package org.pentimento.workbench.run.page;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.workbench.run.page.Prose.Sentence;

/** The conclusions, what each metric sees of the harm, and all means with their intervals. */
public final class RunOverviewPage implements RunPage {
  private final SashForm rows;
  private final Prose conclusions;
  private final Prose blindness;
  private final SummaryTable table;

  /** Makes an empty page. */
  public RunOverviewPage(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    conclusions = new Prose(top, "What follows");
    blindness = new Prose(top, "What the metrics see");
    top.setWeights(50, 50);
    table = new SummaryTable(rows);
    rows.setWeights(46, 54);
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(Shown shown) {
    Comparison comparison = shown.comparison();
    conclusions.show(comparison.conclusions().stream().map(c -> new Sentence("", c)).toList());
    List<Sentence> panel =
        comparison.blindness().stream()
            .map(
                b -> new Sentence(b.name() + (b.sees() ? " sees it." : " is blind."), b.sentence()))
            .toList();
    blindness.show(
        panel.isEmpty()
            ? List.of(new Sentence("", "There is no harm here that a metric could see."))
            : comparison.attackWorks()
                ? panel
                : comparison.blindness().stream()
                    .map(b -> new Sentence("", b.sentence()))
                    .toList());
    table.show(comparison.summaries(), shown.names());
  }

  @Override
  public void mark(String pair) {
    // means are taken over all pairs
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
