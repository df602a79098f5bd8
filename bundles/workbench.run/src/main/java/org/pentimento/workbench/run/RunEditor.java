package org.pentimento.workbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.workbench.input.CaseInput;

/** Shows a run: its conclusions, the table of its means, and what was drawn. Nothing is edited. */
public final class RunEditor extends EditorPart {
  private @Nullable RunPage page;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    if (!(input instanceof CaseInput run)) {
      throw new PartInitException("This editor shows runs of cases.");
    }
    setSite(site);
    setInput(input);
    setPartName(run.name());
  }

  @Override
  public void createPartControl(Composite parent) {
    CaseInput input = (CaseInput) getEditorInput();
    RunPage created = new RunPage(parent, input);
    page = created;
    Display display = parent.getDisplay();
    Job job =
        new Job("Reading " + input.name()) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            Runnable show = read(input, created);
            display.asyncExec(
                () -> {
                  if (!created.isDisposed()) {
                    show.run();
                  }
                });
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private static Runnable read(CaseInput input, RunPage page) {
    try {
      RunContents contents = RunContents.read(input.caseFolder(), input.id());
      return () -> page.show(contents);
    } catch (BadInputException e) {
      return () -> page.tell(e.getMessage() + "\n" + e.remedy());
    } catch (IOException | UncheckedIOException e) {
      return () -> page.tell("The run cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void setFocus() {
    if (page != null) {
      page.setFocus();
    }
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    throw new UnsupportedOperationException("A run is evidence and never changed");
  }

  @Override
  public void doSaveAs() {
    throw new UnsupportedOperationException("A run is evidence and never changed");
  }

  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }
}
