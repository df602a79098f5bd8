package org.pentimento.workbench.inspection.mitigation;

import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.inspection.suspect.AnswersPage;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.preview.Previews;

/** What the inspection of one of the two models found, or that the case does not hold it. */
final class InspectedModelPage implements InspectionPage<ShownMitigation> {
  private final Function<ShownMitigation, @Nullable ShownModelInspection> which;
  private final Composite page;
  private final StackLayout stack = new StackLayout();
  private final AnswersPage answers;
  private final Prose missing;

  /**
   * Makes an empty page.
   *
   * @param which the inspection of the old or of the new model
   */
  InspectedModelPage(
      Composite parent,
      Previews previews,
      Function<ShownMitigation, @Nullable ShownModelInspection> which) {
    this.which = which;
    page = new Composite(parent, SWT.NONE);
    page.setLayout(stack);
    answers = new AnswersPage(page, previews);
    missing = new Prose(page, "The inspection is not there");
    stack.topControl = answers.control();
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(ShownMitigation mitigation) {
    ShownModelInspection inspection = which.apply(mitigation);
    if (inspection == null) {
      missing.show(
          List.of(
              new Statement(
                  "",
                  "This copy of the case does not hold what was found in the model. Open the"
                      + " original, or verify the case in the Custody view.")));
      stack.topControl = missing.control();
      page.layout();
    } else {
      answers.show(inspection);
    }
  }

  @Override
  public void setFocus() {
    if (stack.topControl == missing.control()) {
      missing.setFocus();
    } else {
      answers.setFocus();
    }
  }
}
