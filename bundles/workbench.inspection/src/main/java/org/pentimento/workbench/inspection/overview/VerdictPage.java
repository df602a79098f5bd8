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
public final class VerdictPage implements InspectionPage<ShownInspection> {
  private final SashForm sides;
  private final Prose found;
  private final Prose worth;

  /** Makes an empty page. */
  public VerdictPage(Composite parent) {
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    found = new Prose(sides, "What was found");
    worth = new Prose(sides, "How much that is worth");
    sides.setWeights(54, 46);
  }

  @Override
  public Control control() {
    return sides;
  }

  @Override
  public void show(ShownInspection inspection) {
    InspectionResult result = inspection.result();
    List<Statement> said = new ArrayList<>();
    said.add(InspectionWords.verdict(result));
    if (result.verdict() != DatasetVerdict.NO_SCORE) {
      said.add(plain(InspectionWords.chance(result)));
    }
    for (PatternFound pattern : result.patterns()) {
      said.add(
          new Statement(PatternWords.title(pattern) + ".", PatternWords.sketches(pattern, result)));
    }
    InspectionWords.meaning(result).forEach(words -> said.add(plain(words)));
    InspectionWords.truth(result).ifPresent(words -> said.add(new Statement("Truth.", words)));
    InspectionWords.cleaned(result)
        .ifPresent(words -> said.add(new Statement("Clean copy.", words)));
    found.show(said, "What was not looked at", plain(InspectionWords.notLookedAt(result)));
    List<String> reach = new ArrayList<>(InspectionWords.worth(result));
    reach.addAll(InspectionWords.limits(result));
    worth.show(
        plain(reach), "What the detectors are blind to", plain(InspectionWords.blindTo(result)));
  }

  private static List<Statement> plain(List<String> sentences) {
    return sentences.stream().map(VerdictPage::plain).toList();
  }

  private static Statement plain(String words) {
    return new Statement("", words);
  }

  @Override
  public void setFocus() {
    found.setFocus();
  }
}
