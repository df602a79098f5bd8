package org.pentimento.workbench.exchange.exporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.exchange.WizardMemory;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.CommandJob;
import org.pentimento.workbench.preferences.Appearance;

/** Asks what to export, how, and where to; then exports in the background. */
final class ExportWizard extends Wizard {
  private static final String WHAT = "what";
  private static final String FOLDER = "folder";

  private final WizardMemory memory = new WizardMemory("export");
  private final ExportKindPage what;
  private final OptionsPage options;
  private final boolean report;

  /**
   * A wizard.
   *
   * @param preferred folder of the case to begin with, null for the first that is open
   * @param report whether a report is asked for, else what was exported last is proposed
   */
  ExportWizard(@Nullable String preferred, boolean report) {
    setWindowTitle(report ? "Write Report" : "Export");
    this.report = report;
    List<OpenCase.Read> cases =
        PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
            .filter(OpenCase.Read.class::isInstance)
            .map(OpenCase.Read.class::cast)
            .toList();
    int first = cases.isEmpty() ? -1 : 0;
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).folder().toString().equals(preferred)) {
        first = i;
      }
    }
    what = new ExportKindPage(cases, first, report ? ExportKind.REPORT : last(), this::changed);
    options = new OptionsPage(OptionsPage.base(memory.all(FOLDER)));
  }

  /** Who asks for a report is not asked what to export, unless there is something to say first. */
  @Override
  public IWizardPage getStartingPage() {
    return report && what.isPageComplete() ? options : what;
  }

  private ExportKind last() {
    String name = memory.last(WHAT, "");
    for (ExportKind known : ExportKind.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    return ExportKind.REPORT;
  }

  @Override
  public void addPages() {
    addPage(what);
    addPage(options);
  }

  private void changed() {
    options.show(what.chosen(), what.what());
  }

  @Override
  public boolean canFinish() {
    IWizardPage shown = getContainer().getCurrentPage();
    return super.canFinish() && (shown == options || what.what() == ExportKind.REPORT);
  }

  @Override
  public boolean performFinish() {
    OpenCase.Read read = what.chosen();
    if (read == null) {
      return false;
    }
    Path out = options.out();
    boolean replaces = what.what().replaces() && options.isFilled();
    if (replaces
        && !PlainDialog.openQuestion(
            getShell(),
            "Export",
            out + " has files already. Those of the same names are replaced. Write there?")) {
      return false;
    }
    memory.keep(WHAT, what.what().name());
    if (out.getParent() != null) {
      memory.keep(FOLDER, out.getParent().toString());
    }
    String folder = read.folder().toString();
    switch (what.what()) {
      case REPORT -> {
        ReportPart part = options.part(ExportKind.REPORT, ReportPart.class);
        Path words;
        try {
          words = part.statementFile();
        } catch (IOException e) {
          options.setErrorMessage("The statement cannot be handed on: " + e.getMessage() + ".");
          return false;
        }
        List<String> arguments = part.arguments(folder, out.toString(), words);
        run("Report of " + read.name(), read, part.opens(), arguments, words);
      }
      case TABLES ->
          export("Tables of ", read, ExportKind.TABLES, List.of("--tables"), out, replaces);
      case CHARTS ->
          export(
              "Charts of ",
              read,
              ExportKind.CHARTS,
              options.part(ExportKind.CHARTS, RunsPart.class).chartArguments(Appearance.palette()),
              out,
              replaces);
      case MODEL ->
          PlatformUI.getWorkbench()
              .getService(ChildJobs.class)
              .start(
                  "Model of " + read.name(),
                  options.part(ExportKind.MODEL, ModelPart.class).order(folder, out.toString()))
              .addJobChangeListener(told("The model was written to " + out + "."));
      case COPY ->
          PlatformUI.getWorkbench()
              .getService(ChildJobs.class)
              .start(
                  "Poisoned copy of " + read.name(),
                  options.part(ExportKind.COPY, CopyPart.class).order(folder, out.toString()))
              .addJobChangeListener(told("A poisoned copy was written to " + out + "."));
    }
    return true;
  }

  private void export(
      String title,
      OpenCase.Read read,
      ExportKind kind,
      List<String> formats,
      Path out,
      boolean replaces) {
    List<String> arguments = new ArrayList<>(List.of("export", read.folder().toString()));
    arguments.addAll(formats);
    arguments.add("--run");
    arguments.add(String.join(",", options.part(kind, RunsPart.class).runs()));
    arguments.add("--out");
    arguments.add(out.toString());
    if (replaces) {
      arguments.add("--force");
    }
    run(title + read.name(), read, false, arguments, null);
  }

  /**
   * Starts a command.
   *
   * @param handed a file that only the command needs, null for none
   */
  private void run(
      String title,
      OpenCase.Read read,
      boolean open,
      List<String> arguments,
      @Nullable Path handed) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Display display = getShell().getDisplay();
    IWorkbenchPage page = page();
    CommandJob job = new CommandJob(title, arguments);
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            cases.open(read.folder());
            CommandJob.delete(handed);
            List<String> files = job.files();
            if (event.getResult().isOK() && !files.isEmpty() && !display.isDisposed()) {
              display.asyncExec(() -> written(page, files, open));
            }
          }
        });
    job.schedule();
  }

  private static @Nullable IWorkbenchPage page() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    return window == null ? null : window.getActivePage();
  }

  private JobChangeAdapter told(String words) {
    Display display = getShell().getDisplay();
    IWorkbenchPage page = page();
    return new JobChangeAdapter() {
      @Override
      public void done(IJobChangeEvent event) {
        if (event.getResult().isOK() && !display.isDisposed()) {
          display.asyncExec(() -> tell(page, words));
        }
      }
    };
  }

  private static void written(@Nullable IWorkbenchPage page, List<String> files, boolean open) {
    Path first = Path.of(files.get(0));
    String where =
        files.size() == 1
            ? "Written: " + first + "."
            : files.size() + " files were written to " + first.getParent() + ".";
    boolean shown = open && Program.launch(first.toString());
    tell(page, where + (open && !shown ? " No program of this desktop opens it by itself." : ""));
  }

  private static void tell(@Nullable IWorkbenchPage page, String words) {
    if (page != null
        && PlatformUI.isWorkbenchRunning()
        && page.findView(CaseExplorer.ID) instanceof CaseExplorer explorer) {
      explorer.tell(words);
    }
  }
}
