package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.verdict.SeedWords;
import org.pentimento.verdict.Statement;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.look.Prose;

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
    List<String> sentences = new ArrayList<>(Verdicts.conclusions(comparison));
    sentences.add(Verdicts.origin(comparison));
    List<Statement> follows = new ArrayList<>();
    for (String sentence : sentences) {
      if (!sentence.isEmpty()) {
        follows.add(new Statement("", sentence));
      }
    }
    SeedWords.of(shown.result(), comparison)
        .ifPresent(sentence -> follows.add(new Statement("Between seeds.", sentence)));
    conclusions.show(follows);
    blindness.show(Verdicts.blindness(comparison));
    table.show(comparison, shown.names());
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
