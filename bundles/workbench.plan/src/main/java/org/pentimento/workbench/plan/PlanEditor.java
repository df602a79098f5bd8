package org.pentimento.workbench.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.line.Line;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.cases.RecordedPlan;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EditorTitle;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;
import org.pentimento.workbench.plan.page.PlanPage;
import org.pentimento.workbench.plan.page.PlanPages;
import org.pentimento.workbench.plan.source.SourcePage;
import org.pentimento.workbench.preferences.DialogFolders;
import org.pentimento.workbench.preferences.Identity;

/**
 * The editor of a plan, as forms and as YAML. A plan that was carried out is shown, and cannot be
 * changed.
 */
public final class PlanEditor extends MultiPageEditorPart implements ISaveablePart2 {
  private final List<PlanPage> pages = new ArrayList<>();
  private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
  private @Nullable PlanModel model;
  private @Nullable PlanHeader header;
  private @Nullable SourcePage source;
  private final List<Runnable> undoes = new ArrayList<>();
  private boolean runsWhenLoaded;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof PlanInput)
        && !(input instanceof CaseInput c && c.kind() == CaseInput.Kind.PLAN)) {
      throw new PartInitException("This editor shows plans.");
    }
    super.init(site, input);
    if (input instanceof CaseInput recorded) {
      EditorTitle.keep(site, recorded, this::setPartName);
    } else {
      setPartName(input.getName());
    }
  }

  private PlanModel model() {
    if (model == null) {
      throw new IllegalStateException("the editor is not made yet");
    }
    return model;
  }

  private PlanHeader header() {
    if (header == null) {
      throw new IllegalStateException("the editor is not made yet");
    }
    return header;
  }

  private Path caseFolder() {
    return getEditorInput() instanceof PlanInput plan
        ? plan.caseFolder()
        : ((CaseInput) getEditorInput()).caseFolder();
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    PlanModel made = new PlanModel(parent.getDisplay(), caseFolder());
    model = made;
    Composite all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
    if (getEditorInput() instanceof CaseInput recorded) {
      IntegrityBar.over(all, recorded);
    }
    PlanHeader top =
        new PlanHeader(
            all,
            made,
            new PlanHeader.Actions() {
              @Override
              public void run() {
                PlanEditor.this.run();
              }

              @Override
              public void editCopy() {
                PlanEditor.this.editCopy();
              }

              @Override
              public void reveal(PlanProblem problem) {
                PlanEditor.this.reveal(problem);
              }
            });
    header = top;
    GridDataFactory.fillDefaults().grab(true, false).applyTo(top.control());
    Composite below = new Composite(all, SWT.NONE);
    below.setLayout(new org.eclipse.swt.layout.FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
    return below;
  }

  @Override
  protected void createPages() {
    PlanModel plan = model();
    PlanPages.forms(getContainer(), plan).forEach(this::add);
    SourcePage sourcePage = new SourcePage(getContainer(), plan);
    source = sourcePage;
    add(sourcePage);
    listen(plan);
    keys(plan, sourcePage);
    load();
  }

  private void add(PlanPage page) {
    int index = addPage(page.control());
    setPageText(index, page.title());
    pages.add(page);
  }

  private void listen(PlanModel plan) {
    plan.addListener(
        new PlanModel.Listener() {
          @Override
          public void textChanged() {
            refreshPage();
            firePropertyChange(IEditorPart.PROP_DIRTY);
          }

          @Override
          public void problemsChanged() {
            pages.forEach(PlanPage::mark);
            header().mark();
          }
        });
    Display display = getContainer().getDisplay();
    Runnable anew =
        () ->
            display.asyncExec(
                () -> {
                  if (!getContainer().isDisposed()) {
                    refreshPage();
                  }
                });
    Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    descriptors.addListener(anew);
    cases.addListener(anew);
    undoes.add(() -> descriptors.removeListener(anew));
    undoes.add(() -> cases.removeListener(anew));
  }

  private void keys(PlanModel plan, SourcePage sourcePage) {
    IHandlerService handlers = getSite().getService(IHandlerService.class);
    handlers.activateHandler(
        "org.eclipse.ui.edit.undo",
        new AbstractHandler() {
          @Override
          public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
            plan.undo();
            return null;
          }
        });
    handlers.activateHandler(
        "org.eclipse.ui.edit.redo",
        new AbstractHandler() {
          @Override
          public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
            plan.redo();
            return null;
          }
        });
    handlers.activateHandler(
        "org.eclipse.ui.edit.text.contentAssist.proposals",
        new AbstractHandler() {
          @Override
          public @Nullable Object execute(ExecutionEvent event) {
            ITextOperationTarget target = sourcePage.viewer().getTextOperationTarget();
            if (target.canDoOperation(ISourceViewer.CONTENTASSIST_PROPOSALS)) {
              target.doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
            }
            return null;
          }
        });
  }

  private void refreshPage() {
    int active = getActivePage();
    if (active < 0 || !model().isLoaded()) {
      return;
    }
    header().refresh(model().text().problem().isEmpty() ? name() : getPartName());
    boolean readable = model().text().problem().isEmpty();
    PlanPage page = pages.get(active);
    if (page != source) {
      page.control().setEnabled(readable);
    }
    if (readable || page == source) {
      page.refresh();
    }
  }

  private String name() {
    String name = Drafts.name(model().document().get());
    if (model().isReadOnly()) {
      return getPartName();
    }
    if (!name.equals(getPartName())) {
      setPartName(name);
    }
    return name;
  }

  @Override
  protected void pageChange(int index) {
    super.pageChange(index);
    refreshPage();
    if (model().isLoaded()) {
      pages.get(index).mark();
    }
  }

  private void load() {
    IEditorInput input = getEditorInput();
    Display display = getContainer().getDisplay();
    Job job =
        Job.create(
            "Reading " + input.getName(),
            (ICoreRunnable)
                monitor -> {
                  Runnable show = read(input);
                  display.asyncExec(
                      () -> {
                        if (!getContainer().isDisposed()) {
                          show.run();
                        }
                      });
                });
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private Runnable read(IEditorInput input) {
    try {
      String yaml;
      if (input instanceof PlanInput plan) {
        yaml = Files.readString(plan.file());
      } else {
        CaseInput plan = (CaseInput) input;
        yaml = RecordedPlan.text(plan.caseFolder(), plan.id());
      }
      return () -> {
        model().load(yaml, input instanceof CaseInput);
        if (runsWhenLoaded) {
          runsWhenLoaded = false;
          run();
        }
      };
    } catch (NoSuchFileException e) {
      return () -> header().tell("The plan is gone: there is no file " + e.getMessage() + ".");
    } catch (BadInputException e) {
      return () -> header().tell(e.getMessage() + " " + e.remedy());
    } catch (IOException | UncheckedIOException e) {
      return () -> header().tell("The plan cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Goes to the field of a problem; to its line in the text only where no form has the field. */
  private void reveal(PlanProblem problem) {
    String key = problem.key().split("[.\\[]", 2)[0];
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).keys().contains(key)) {
        setActivePage(i);
        if (pages.get(i).reveal(problem)) {
          return;
        }
      }
    }
    SourcePage text = source;
    if (text != null) {
      setActivePage(pages.indexOf(text));
      text.reveal(problem);
    }
  }

  /** Carries the plan out, once it is read. */
  void runWhenLoaded() {
    if (model().isLoaded()) {
      run();
    } else {
      runsWhenLoaded = true;
    }
  }

  /** Saves the plan and carries it out in a process of its own. */
  public void run() {
    PlanModel plan = model();
    if (!(getEditorInput() instanceof PlanInput input) || !plan.isLoaded()) {
      return;
    }
    if (!plan.problems().isEmpty()) {
      header().mark();
      reveal(plan.problems().get(0));
      return;
    }
    ChildJobs jobs = PlatformUI.getWorkbench().getService(ChildJobs.class);
    boolean busy =
        jobs.running().stream()
            .anyMatch(j -> input.caseFolder().equals(ChildJobs.caseFolder(j.order())));
    if (isDirty() && !save(input)) {
      return;
    }
    if (isInLine(jobs, input.caseFolder(), plan.document().get())
        && !PlainDialog.openQuestion(
            getSite().getShell(),
            "Run",
            "This plan runs already, or waits in line. Put “"
                + name()
                + "” in line once more as it is? What is finished of it is not computed again.")) {
      return;
    }
    if (!RunConsent.given(input.caseFolder(), plan.document().get())) {
      header().tell("The plan was not run.");
      return;
    }
    drafts.started(input.caseFolder(), plan.document().get());
    jobs.startAudit(
        new org.pentimento.protocol.Job.Run(
            org.pentimento.protocol.Job.PROTOCOL,
            input.caseFolder().toString(),
            input.info(),
            name(),
            plan.document().get(),
            List.of(),
            true));
    header()
        .tell(
            isPaused(input.caseFolder())
                ? "The line of this case is paused: the plan waits until you press Resume in Plans"
                    + " in Line."
                : busy
                    ? "Something is being done to this case. The plan waits for its turn, also when"
                        + " the window is closed; see Progress."
                    : "The plan is being carried out; see Progress.");
  }

  private static boolean isInLine(ChildJobs jobs, Path caseFolder, String yaml) {
    return jobs.running().stream()
        .anyMatch(
            job ->
                job.order() instanceof org.pentimento.protocol.Job.Run run
                    && caseFolder.equals(ChildJobs.caseFolder(run))
                    && run.plan().equals(yaml));
  }

  private static boolean isPaused(Path caseFolder) {
    try {
      return CaseFile.isCase(caseFolder) && Line.of(caseFolder).paused();
    } catch (IOException e) {
      return false; // the run says what is wrong with the case
    }
  }

  private void editCopy() {
    CaseInput input = (CaseInput) getEditorInput();
    String yaml = model().document().get();
    CaseInfo info =
        PlatformUI.getWorkbench()
            .getService(OpenCases.class)
            .read(input.caseFolder())
            .map(OpenCase.Read::info)
            .orElseGet(
                () ->
                    new CaseInfo(
                        Identity.current().examiner(),
                        Identity.current().agency(),
                        "",
                        "",
                        Identity.current().timeZone(),
                        ""));
    Display display = getContainer().getDisplay();
    Job.create(
            "Copying " + input.name(),
            (ICoreRunnable)
                monitor -> {
                  try {
                    PlanInput draft = drafts.create(input.caseFolder(), info, yaml);
                    display.asyncExec(() -> open(draft));
                  } catch (IOException e) {
                    display.asyncExec(
                        () -> header().tell("The copy cannot be written: " + e.getMessage() + "."));
                  }
                })
        .schedule();
  }

  private void open(PlanInput draft) {
    try {
      getSite().getPage().openEditor(draft, PlanInput.EDITOR);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    if (getEditorInput() instanceof PlanInput input && !save(input)) {
      monitor.setCanceled(true);
    }
  }

  /** Writes in another thread while the window goes on answering; false if that failed. */
  private boolean save(PlanInput input) {
    String yaml = model().document().get();
    try {
      ModalContext.run(
          monitor -> {
            try {
              drafts.save(input, yaml);
            } catch (IOException e) {
              throw new InvocationTargetException(e);
            }
          },
          true,
          new org.eclipse.core.runtime.NullProgressMonitor(),
          getContainer().getDisplay());
      model().saved(yaml);
      return true;
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      PlainDialog.openError(
          getSite().getShell(),
          "The plan is not saved",
          input.file()
              + " cannot be written: "
              + (cause == null ? e.getMessage() : cause.getMessage())
              + "\n\nMake room, or check the folder's rights; the plan stays open.");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void doSaveAs() {
    FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.yaml", "*"});
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setFileName("plan.yaml");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null && getEditorInput() instanceof PlanInput input) {
      PlanInput other =
          new PlanInput(Path.of(chosen), input.caseFolder(), input.info(), input.name());
      if (save(other)) {
        setInput(other);
      }
    }
  }

  @Override
  public boolean isDirty() {
    return model != null && !model.isReadOnly() && model.isDirty();
  }

  @Override
  public int promptToSaveOnClose() {
    int answer =
        PlainDialog.open(
            MessageDialog.QUESTION_WITH_CANCEL,
            getSite().getShell(),
            "Save Plan",
            "The plan “" + getPartName() + "” was changed. Save it?",
            SWT.NONE,
            "&Save",
            "Do&n't Save",
            "Cancel");
    return answer == 0 ? YES : answer == 1 ? NO : CANCEL;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return getEditorInput() instanceof PlanInput;
  }

  @Override
  public void setFocus() {
    int active = getActivePage();
    if (active >= 0 && active < pages.size()) {
      pages.get(active).setFocus();
    }
  }

  @Override
  public void dispose() {
    undoes.forEach(Runnable::run);
    pages.forEach(PlanPage::dispose);
    if (header != null) {
      header.dispose();
    }
    if (model != null) {
      model.dispose();
    }
    super.dispose();
  }
}
