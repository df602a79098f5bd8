package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.look.AlarmColour;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A red bar above what is shown of a case that is not as it was written. It takes no room as long
 * as nothing is wrong.
 */
public final class IntegrityBar {
  private static final Logger LOG = LoggerFactory.getLogger(IntegrityBar.class);

  private final CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final Supplier<@Nullable Path> folder;
  private final @Nullable CaseInput shown;
  private final Composite box;
  private final Label text;
  private @Nullable CaseCheck told;

  private IntegrityBar(
      Composite parent, Supplier<@Nullable Path> folder, @Nullable CaseInput shown) {
    this.folder = folder;
    this.shown = shown;
    box = new Composite(parent, SWT.NONE);
    AlarmColour.colour(box);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 6).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(box);
    box.setVisible(false);
    text = new Label(box, SWT.WRAP);
    AlarmColour.colour(text);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(120, SWT.DEFAULT)
        .applyTo(text);
    Button show = new Button(box, SWT.PUSH);
    show.setText("&What Is Wrong …");
    show.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (told != null) {
                new IntegrityDialog(box.getShell(), told).open();
              }
            }));
    Display display = parent.getDisplay();
    Runnable changed =
        () ->
            display.asyncExec(
                () -> {
                  if (!box.isDisposed()) {
                    refresh();
                  }
                });
    checks.addListener(changed);
    cases.addListener(changed);
    box.addDisposeListener(
        e -> {
          checks.removeListener(changed);
          cases.removeListener(changed);
        });
    box.addListener(SWT.Resize, e -> fit());
    refresh();
  }

  /**
   * A place for what an editor shows, below a bar that says if something of it was changed.
   *
   * @param shown in the editor
   */
  public static Composite above(Composite parent, CaseInput shown) {
    Composite both = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(both);
    over(both, shown);
    Composite below = new Composite(both, SWT.NONE);
    below.setLayout(new FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    return below;
  }

  /** A bar in a grid of one column, which says if something of what is shown below was changed. */
  public static void over(Composite grid, CaseInput shown) {
    new IntegrityBar(grid, shown::caseFolder, shown);
  }

  /** A bar in a grid of one column, of the first open case that is not as it was written. */
  public static void ofOpenCases(Composite grid) {
    CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
    new IntegrityBar(
        grid, () -> checks.alarms().stream().map(CaseCheck::folder).findFirst().orElse(null), null);
  }

  private void refresh() {
    Path of = folder.get();
    CaseCheck check =
        of == null
            ? null
            : checks.of(of).filter(found -> !found.verification().intact()).orElse(null);
    if (check == told) {
      return;
    }
    told = check;
    if (check == null) {
      set("");
    } else if (shown == null) {
      set(check.problem());
    } else {
      lookForShown(check, shown);
    }
  }

  /** Whether what is shown is among what was changed; known after files were read. */
  private void lookForShown(CaseCheck check, CaseInput input) {
    OpenCase content =
        cases.all().stream()
            .filter(one -> one.folder().equals(check.folder()))
            .findFirst()
            .orElse(new OpenCase.Reading(check.folder()));
    Display display = box.getDisplay();
    Job job =
        new Job("Looking for what was changed") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            List<Problem> touched;
            try {
              touched = new Touched(input, content).of(check.verification().problems());
            } catch (IOException | CancelledException e) {
              LOG.info("What {} shows cannot be followed", input.getName(), e);
              touched = check.verification().problems(); // rather too much alarm than too little
            }
            String words = touched.isEmpty() ? "" : words(check, touched);
            display.asyncExec(
                () -> {
                  if (!box.isDisposed() && check.equals(told)) {
                    set(words);
                  }
                });
            return Status.OK_STATUS;
          }
        };
    job.setSystem(true);
    job.schedule();
  }

  private static String words(CaseCheck check, List<Problem> touched) {
    return "What is shown here is not as it was written: "
        + CaseCheck.shortened(touched.get(0).file())
        + (touched.size() == 1 ? "" : " and " + (touched.size() - 1) + " more")
        + " in "
        + check.name()
        + ". Do not rely on it.";
  }

  private void set(String words) {
    text.setText(words.replace("&", "&&"));
    GridData data = (GridData) box.getLayoutData();
    data.exclude = words.isEmpty();
    box.setVisible(!words.isEmpty());
    fit();
    box.getParent().layout(true, true);
  }

  /** Wraps the text at the present width. */
  private void fit() {
    int room = box.getParent().getClientArea().width;
    Control[] parts = box.getChildren();
    int button = parts[1].computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    GridData data = (GridData) text.getLayoutData();
    int hint = Math.max(120, room - button - 40);
    if (room > 0 && data.widthHint != hint) {
      data.widthHint = hint;
      box.getParent().layout(true, true);
    }
  }
}
