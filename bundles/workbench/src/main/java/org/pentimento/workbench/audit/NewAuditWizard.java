package org.pentimento.workbench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.Previews;

/** Asks for a case and what to begin with, and opens a plan; may carry it out at once. */
final class NewAuditWizard extends Wizard {
  private static final String BUNDLE = "org.pentimento.workbench";

  private final IWorkbenchPage target;
  private final NewAuditPage page;

  /**
   * A wizard.
   *
   * @param target where the plan is opened
   * @param caseFolder of the case to begin with, null for the one that was opened last
   * @param first what to begin with in that case, null for the first audit
   */
  NewAuditWizard(IWorkbenchPage target, @Nullable Path caseFolder, @Nullable StartingPoint first) {
    this.target = target;
    page = new NewAuditPage(caseFolder, first);
    setWindowTitle("New Audit");
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    Path folder = page.caseFolder();
    CaseInfo info = page.info();
    StartingPoint point = page.startingPoint();
    PlanTemplate template = page.template();
    List<String> metrics = page.metrics();
    boolean atOnce = page.runsAtOnce();
    Display display = getShell().getDisplay();
    org.eclipse.core.runtime.jobs.Job job =
        new org.eclipse.core.runtime.jobs.Job("Preparing a plan") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            return prepare(
                folder, info, point, plan -> template.of(plan, metrics), atOnce, display);
          }
        };
    job.schedule();
    return true;
  }

  private IStatus prepare(
      Path folder,
      CaseInfo info,
      StartingPoint point,
      UnaryOperator<String> question,
      boolean atOnce,
      Display display) {
    Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
    try {
      PlanInput draft =
          point instanceof StartingPoint.OfDraft begun
              ? begun.draft()
              : drafts.create(folder, info, plan(folder, point, question));
      String plan = Files.readString(draft.file());
      display.asyncExec(() -> open(draft, atOnce, plan));
      return Status.OK_STATUS;
    } catch (IOException e) {
      return new Status(IStatus.ERROR, BUNDLE, "The plan cannot be prepared: " + e.getMessage(), e);
    }
  }

  private static String plan(Path folder, StartingPoint point, UnaryOperator<String> question)
      throws IOException {
    String plan = question.apply(point.plan(ChildSettings.current().threads()));
    return point.gainsBySeeds()
        ? new SecondSeed(PlatformUI.getWorkbench().getService(Previews.class)::ask)
            .where(
                plan,
                folder,
                PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
                    .map(open -> open.folder().toString())
                    .toList())
        : plan;
  }

  private void open(PlanInput draft, boolean atOnce, String plan) {
    try {
      target.openEditor(draft, PlanInput.EDITOR);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
    if (atOnce && RunConsent.given(draft.caseFolder(), plan)) {
      run(draft, plan);
    }
  }

  private static void run(PlanInput draft, String plan) {
    PlatformUI.getWorkbench().getService(Drafts.class).started(draft.caseFolder(), plan);
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .startAudit(
            new Job.Run(
                Job.PROTOCOL,
                draft.caseFolder().toString(),
                draft.info(),
                draft.name(),
                plan,
                List.of(),
                true));
  }
}
