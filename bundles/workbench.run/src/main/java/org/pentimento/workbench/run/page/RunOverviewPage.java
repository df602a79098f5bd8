package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.verdict.ComparisonNames;
import org.pentimento.verdict.LostWords;
import org.pentimento.verdict.SeedWords;
import org.pentimento.verdict.Statement;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.look.Prose;

/** The conclusions, what each metric sees of the harm, and all means with their intervals. */
public final class RunOverviewPage implements RunPage {
  /** Percent of the height that sentences may take. */
  private static final int MOST = 62;

  private static final int LEAST = 90;

  private final SashForm rows;
  private final Prose conclusions;
  private final Prose blindness;
  private final SummaryTable table;
  private boolean arranged;

  /** Makes an empty page. */
  public RunOverviewPage(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    conclusions = new Prose(top, "What follows");
    blindness = new Prose(top, "What the metrics see");
    top.setWeights(50, 50);
    table = new SummaryTable(rows);
    rows.setWeights(46, 54);
    rows.addListener(SWT.Resize, e -> arrange());
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(Shown shown) {
    Comparison comparison = shown.comparison();
    List<Statement> seen = Verdicts.blindness(comparison);
    List<String> sentences = new ArrayList<>(Verdicts.conclusions(comparison));
    // What stands beside them need not stand here too.
    seen.forEach(metric -> sentences.removeAll(List.of(metric.text(), metric.words())));
    sentences.add(Verdicts.origin(comparison));
    List<Statement> follows = new ArrayList<>();
    for (String sentence : sentences) {
      if (!sentence.isEmpty()) {
        follows.add(new Statement("", sentence));
      }
    }
    SeedWords.of(shown.result(), comparison)
        .ifPresent(sentence -> follows.add(new Statement("Between seeds.", sentence)));
    LostWords.of(shown.result())
        .forEach(sentence -> follows.add(new Statement("Not found out.", sentence)));
    conclusions.show(follows, others(shown).isEmpty() ? "" : "In this run as well", others(shown));
    blindness.show(seen);
    table.show(comparison, shown.names());
    arranged = false;
    arrange();
  }

  /** What follows for the other generators, attacks and seeds of the run, a sentence each. */
  private static List<Statement> others(Shown shown) {
    ComparisonNames names = ComparisonNames.of(shown.result().comparisons());
    return shown.result().comparisons().stream()
        .filter(other -> other != shown.comparison())
        .flatMap(
            other ->
                Verdicts.conclusions(other).stream()
                    .limit(1)
                    .map(sentence -> new Statement(names.of(other) + ".", sentence)))
        .toList();
  }

  /**
   * Gives the sentences the height that they need, as far as that leaves the table some rows. What
   * a person drags afterwards stays.
   */
  private void arrange() {
    int height = rows.getClientArea().height;
    int width = rows.getClientArea().width / 2;
    if (arranged || height <= 0 || width <= 0) {
      return;
    }
    arranged = true;
    int wanted = Math.max(conclusions.heightAt(width), blindness.heightAt(width));
    int share = 100 * Math.max(LEAST, Math.min(wanted, height * MOST / 100)) / height;
    rows.setWeights(share, Math.max(1, 100 - share));
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
