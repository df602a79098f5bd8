package org.pentimento.workbench.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.PlatformUI;
import org.pentimento.audit.job.Job;
import org.pentimento.casefile.CaseInfo;
import org.pentimento.workbench.jobs.ChildJobs;

/** Asks for a case and a plan, begins the audit and opens the case. */
final class NewAuditWizard extends Wizard {
  private final NewAuditPage page = new NewAuditPage(firstPlan());

  NewAuditWizard() {
    setWindowTitle("New Audit");
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  private static String firstPlan() {
    try (InputStream in = NewAuditWizard.class.getResourceAsStream("first-audit.yaml")) {
      if (in == null) {
        throw new IllegalStateException("first-audit.yaml is missing from the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("first-audit.yaml cannot be read", e);
    }
  }

  @Override
  public boolean performFinish() {
    Path folder = Path.of(page.caseFolder()).toAbsolutePath();
    CaseInfo info = new CaseInfo(page.examiner(), "", "", "", ZoneId.systemDefault().getId(), "");
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(
            "Audit of " + folder.getFileName(),
            new Job.Run(
                Job.PROTOCOL,
                folder.toString(),
                info,
                "of " + folder.getFileName(),
                page.plan(),
                List.of()));
    return true;
  }
}
