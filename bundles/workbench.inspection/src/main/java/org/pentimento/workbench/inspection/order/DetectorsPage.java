package org.pentimento.workbench.inspection.order;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.workbench.descriptors.Descriptors;

/** The page that asks what is looked at, and by which detectors. */
final class DetectorsPage extends WizardPage {
  private static final String READ_ONLY =
      "This case is read-only, so nothing can be recorded in it. Work with a copy that you may"
          + " write to.";

  private final Descriptors descriptors;
  private final Kind kind;
  private final boolean writable;
  private final int pairs;
  private @Nullable DetectorChoice choice;

  /**
   * A page.
   *
   * @param kind of the detectors
   * @param writable whether the result can be kept in the case
   * @param pairs how many there are to look at, 0 if that is not known
   */
  DetectorsPage(
      Descriptors descriptors,
      Kind kind,
      boolean writable,
      String title,
      String description,
      int pairs) {
    super("detectors", title, null);
    setDescription(description);
    this.descriptors = descriptors;
    this.kind = kind;
    this.writable = writable;
    this.pairs = pairs;
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(box);
    DetectorChoice made = new DetectorChoice(box, kind, pairs, this::changed);
    choice = made;
    GridDataFactory.fillDefaults().grab(true, true).applyTo(made.control());
    setControl(box);
    made.offer(descriptors.known());
    Runnable installed =
        () -> {
          if (!box.isDisposed()) {
            box.getDisplay()
                .asyncExec(
                    () -> {
                      if (!box.isDisposed() && made.chosen().isEmpty()) {
                        made.offer(descriptors.known());
                      }
                    });
          }
        };
    descriptors.addListener(installed);
    box.addDisposeListener(e -> descriptors.removeListener(installed));
  }

  private void changed() {
    DetectorChoice made = choice;
    String problem = !writable ? READ_ONLY : made == null ? null : made.problem();
    boolean waiting = writable && made != null && made.isWaiting();
    setErrorMessage(waiting ? null : problem);
    setPageComplete(problem == null);
  }

  /** Those that are chosen; empty for all of them as they are. */
  List<ChosenDetector> chosen() {
    return choice == null || choice.isUsual() ? List.of() : choice.chosen();
  }
}
