package org.pentimento.workbench.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.selection.NamedThing;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NodeNames;

/** Gives what is selected another name: a draft in its text, all else in the custody log. */
public final class RenameHandler extends AbstractHandler {
  private static final String TITLE = "Rename";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    if (selected instanceof Node.DraftNode draft) {
      rename(
          draft.draft(), HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), shell);
      return null;
    }
    Optional<NamedThing> thing = NamedThing.of(selected);
    if (thing.isPresent() && selected instanceof Node node) {
      new EntryDialog(
              shell,
              TITLE,
              "What was recorded keeps its name in the custody log and in results. The new name is"
                  + " shown instead, with the recorded one beside it, and is an entry of the log.",
              new NameForm(thing.get(), NodeNames.recorded(node)))
          .open();
    }
    return null;
  }

  private static void rename(PlanInput draft, IWorkbenchPage page, Shell shell) {
    IEditorPart editor = page.findEditor(draft);
    if (editor != null && editor.isDirty()) {
      PlainDialog.openInformation(
          shell,
          TITLE,
          "The draft is open and not saved. Save it first, or change its name there.");
      return;
    }
    InputDialog dialog =
        new InputDialog(
            shell,
            TITLE,
            "Name of the draft:",
            draft.name(),
            text -> text.isBlank() ? "A plan needs a name." : null);
    if (dialog.open() != Window.OK) {
      return;
    }
    String name = dialog.getValue().strip();
    Display display = shell.getDisplay();
    Job.create(
            "Renaming a draft",
            (ICoreRunnable)
                monitor -> {
                  String problem = write(draft, name);
                  display.asyncExec(() -> show(problem, editor, draft, page));
                })
        .schedule();
  }

  private static String write(PlanInput draft, String name) {
    try {
      PlanText text = PlanText.of(Files.readString(draft.file())).with("name", name);
      PlatformUI.getWorkbench().getService(Drafts.class).save(draft, text.text());
      return "";
    } catch (PlanException e) {
      return "The draft cannot be read: " + e.getMessage() + " Open it and change its name there.";
    } catch (IOException e) {
      return "The draft cannot be written: " + e.getMessage() + ".";
    }
  }

  /** An open editor is made anew, as it holds the text from before. */
  private static void show(
      String problem, @Nullable IEditorPart editor, PlanInput draft, IWorkbenchPage page) {
    if (!problem.isEmpty()) {
      PlainDialog.openError(page.getWorkbenchWindow().getShell(), TITLE, problem);
    } else if (editor != null && page.closeEditor(editor, false)) {
      try {
        page.openEditor(draft, PlanInput.EDITOR);
      } catch (PartInitException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
      }
    }
  }
}
