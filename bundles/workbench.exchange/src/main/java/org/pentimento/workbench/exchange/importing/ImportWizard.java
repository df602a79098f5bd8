package org.pentimento.workbench.exchange.importing;

import java.nio.file.Path;
import org.eclipse.jface.wizard.IWizardPage;
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
import org.pentimento.verdict.HashWords;
import org.pentimento.workbench.exchange.WizardMemory;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.form.SettingValues;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.preview.Previews;

/** Asks for a data set and a case, shows its pairs; then imports in the background. */
final class ImportWizard extends Wizard {
  private static final String FOLDER = "folder";

  private final WizardMemory memory = new WizardMemory("import");
  private final FolderPage folder;
  private final PairsPage pairs;
  private final TargetPage target;

  /**
   * A wizard.
   *
   * @param from folder of the data set, null if it is to be asked for
   * @param into folder of the case, null for the one that was used last
   */
  ImportWizard(@Nullable String from, @Nullable String into) {
    setWindowTitle("Import");
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    folder =
        new FolderPage(
            ImportKind.DATASET,
            previews,
            memory.all(FOLDER),
            from == null ? "" : from,
            this::changed);
    pairs = new PairsPage(previews, this::choice);
    target = TargetPageMemory.page(ImportKind.DATASET, memory, into);
  }

  @Override
  public void addPages() {
    addPage(folder);
    addPage(pairs);
    addPage(target);
  }

  @Override
  public boolean canFinish() {
    IWizardPage shown = getContainer().getCurrentPage();
    return shown != folder && super.canFinish();
  }

  private PairsPage.@Nullable Choice choice() {
    if (folder.getControl() == null || !folder.isPageComplete()) {
      return null;
    }
    RecognisedFormat format = folder.format();
    SettingValues settings = folder.settings();
    return format == null || settings == null
        ? null
        : new PairsPage.Choice(folder.folder(), format.descriptor().id(), settings.all());
  }

  private void changed() {
    pairs.forget();
    target.propose(folder.folder());
  }

  @Override
  public boolean performFinish() {
    PairsPage.Choice choice = choice();
    if (choice == null) {
      return false;
    }
    memory.keep(FOLDER, choice.folder());
    TargetPageMemory.keep(target, memory);
    String name = target.name();
    Display display = getShell().getDisplay();
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    PlatformUI.getWorkbench()
        .getService(ChildJobs.class)
        .start(
            "Import of " + name,
            new Job.Import(
                Job.PROTOCOL,
                target.caseFolder(),
                target.info(),
                Path.of(choice.folder()).toAbsolutePath().normalize().toString(),
                name,
                choice.format(),
                choice.settings(),
                target.copied(),
                target.hashes()))
        .addListener(
            event -> {
              if (event instanceof JobEvent.Done done
                  && done.result() instanceof JobResult.OfImport result
                  && page != null
                  && !display.isDisposed()) {
                display.asyncExec(() -> tell(page, words(result)));
              }
            });
    return true;
  }

  private static void tell(IWorkbenchPage page, String words) {
    if (PlatformUI.isWorkbenchRunning()
        && page.findView(CaseExplorer.ID) instanceof CaseExplorer explorer) {
      explorer.tell(words);
    }
  }

  private static String words(JobResult.OfImport result) {
    int pairs = result.pairs();
    int skipped = result.skipped().size();
    return "Imported "
        + result.dataset()
        + ": "
        + pairs
        + (pairs == 1 ? " pair. " : " pairs. ")
        + (skipped == 0
            ? "No file was left out."
            : skipped
                + (skipped == 1 ? " file was" : " files were")
                + " left out; the properties of the data set say why.")
        + (result.hashes() == null ? "" : " " + HashWords.of(result.hashes().check()));
  }
}
