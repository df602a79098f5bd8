package org.pentimento.workbench.inspection.overview;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.PatternWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownInspection;
import org.pentimento.workbench.look.Prose;

/**
 * The verdict with its numbers, and the three kinds of what is not known: what was not looked at,
 * what the detectors are blind to, and how much it is worth that no more was found.
 */
public final class VerdictPage implements InspectionPage {
  private final SashForm rows;
  private final Prose verdict;
  private final Prose worth;
  private final Prose notLookedAt;
  private final Prose blindTo;

  /** Makes an empty page. */
  public VerdictPage(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    verdict = new Prose(top, "What was found");
    worth = new Prose(top, "How much that is worth");
    top.setWeights(54, 46);
    SashForm bottom = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    notLookedAt = new Prose(bottom, "What was not looked at");
    blindTo = new Prose(bottom, "What the detectors are blind to");
    bottom.setWeights(54, 46);
    rows.setWeights(58, 42);
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(ShownInspection inspection) {
    InspectionResult result = inspection.result();
    List<Statement> found = new ArrayList<>();
    found.add(InspectionWords.verdict(result));
    if (result.verdict() != DatasetVerdict.NO_SCORE) {
      found.add(plain(InspectionWords.chance(result)));
    }
    for (PatternFound pattern : result.patterns()) {
      found.add(
          new Statement(PatternWords.title(pattern) + ".", PatternWords.sketches(pattern, result)));
    }
    InspectionWords.meaning(result).forEach(words -> found.add(plain(words)));
    InspectionWords.truth(result).ifPresent(words -> found.add(new Statement("Truth.", words)));
    InspectionWords.cleaned(result)
        .ifPresent(words -> found.add(new Statement("Clean copy.", words)));
    verdict.show(found);
    List<String> reach = new ArrayList<>(InspectionWords.worth(result));
    reach.addAll(InspectionWords.limits(result));
    worth.show(plain(reach));
    notLookedAt.show(plain(InspectionWords.notLookedAt(result)));
    blindTo.show(plain(InspectionWords.blindTo(result)));
  }

  private static List<Statement> plain(List<String> sentences) {
    return sentences.stream().map(VerdictPage::plain).toList();
  }

  private static Statement plain(String words) {
    return new Statement("", words);
  }

  @Override
  public void setFocus() {
    verdict.setFocus();
  }
}
