package org.pentimento.workbench.exchange.importing;

import java.nio.file.Path;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.question.ImportQuestion.RecognisedFormat;
import org.pentimento.workbench.exchange.WizardMemory;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.form.SettingValues;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preview.Previews;

/** Asks for a model and a case, tries the model; then imports it in the background. */
final class ModelWizard extends Wizard {
  private static final String FILE = "file";

  private final WizardMemory memory = new WizardMemory("import-model");
  private final FolderPage model;
  private final TargetPage target;
  private final TrialPage trial;

  /**
   * A wizard.
   *
   * @param from file of the model, null if it is to be asked for
   * @param into folder of the case, null for the one that was used last
   */
  ModelWizard(@Nullable String from, @Nullable String into) {
    setWindowTitle("Import Model");
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    model =
        new FolderPage(
            ImportKind.MODEL, previews, memory.all(FILE), from == null ? "" : from, this::changed);
    target = TargetPageMemory.page(ImportKind.MODEL, memory, into);
    trial = new TrialPage(previews, this::choice);
  }

  @Override
  public void addPages() {
    addPage(model);
    addPage(target);
    addPage(trial);
  }

  /** Only on the last page: a model is imported after its sketches were seen. */
  @Override
  public boolean canFinish() {
    return getContainer().getCurrentPage() == trial && super.canFinish();
  }

  private TrialPage.@Nullable Choice choice() {
    if (model.getControl() == null || !model.isPageComplete()) {
      return null;
    }
    RecognisedFormat format = model.format();
    SettingValues settings = model.settings();
    return format == null || settings == null
        ? null
        : new TrialPage.Choice(
            Path.of(model.folder()).toAbsolutePath().normalize().toString(),
            format.descriptor().id(),
            settings.different(),
            target.exists() ? target.caseFolder() : null);
  }

  private void changed() {
    target.propose(model.folder());
  }

  @Override
  public boolean performFinish() {
    TrialPage.Choice choice = choice();
    if (choice == null) {
      return false;
    }
    memory.keep(FILE, choice.path());
    TargetPageMemory.keep(target, memory);
    String name = target.name();
    Display display = getShell().getDisplay();
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(
            "Import of model " + name,
            new Job.ImportModel(
                Job.PROTOCOL,
                target.caseFolder(),
                target.info(),
                choice.path(),
                name,
                choice.format(),
                choice.settings(),
                null))
        .addListener(
            event -> {
              if (event instanceof JobEvent.Done done
                  && done.result() instanceof JobResult.OfImportModel result
                  && page != null
                  && !display.isDisposed()) {
                display.asyncExec(() -> tell(page, result));
              }
            });
    return true;
  }

  private static void tell(IWorkbenchPage page, JobResult.OfImportModel result) {
    if (PlatformUI.isWorkbenchRunning()
        && page.findView(CaseExplorer.ID) instanceof CaseExplorer explorer) {
      explorer.tell("Imported model " + result.model() + " as " + result.recognised() + ".");
    }
  }
}
