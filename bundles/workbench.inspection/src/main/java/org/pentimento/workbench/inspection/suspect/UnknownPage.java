package org.pentimento.workbench.inspection.suspect;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.look.Prose;

/** The three kinds of what is not known of a model, and what would deceive the inspection. */
public final class UnknownPage implements InspectionPage<ShownModelInspection> {
  private final SashForm sides;
  private final Prose gaps;
  private final Prose worth;

  /** Makes an empty page. */
  public UnknownPage(Composite parent) {
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    gaps = new Prose(sides, "What was not looked at");
    worth = new Prose(sides, "How much “nothing found” is worth");
    sides.setWeights(50, 50);
  }

  @Override
  public Control control() {
    return sides;
  }

  @Override
  public void show(ShownModelInspection inspection) {
    ModelInspectionResult result = inspection.result();
    gaps.show(
        plain(ModelInspectionWords.notLookedAt(result)),
        "What the detectors are blind to",
        plain(ModelInspectionWords.blindTo(result)));
    worth.show(
        plain(ModelInspectionWords.worth(result)),
        "What would deceive this inspection",
        plain(ModelInspectionWords.limits(result)));
  }

  private static List<Statement> plain(List<String> sentences) {
    return sentences.stream().map(words -> new Statement("", words)).toList();
  }

  @Override
  public void setFocus() {
    gaps.setFocus();
  }
}
