package org.pentimento.workbench.notes;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Note;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.selection.NoteTarget;

/** Asks for a note on what is selected, or sets or removes its bookmark. */
public final class NoteHandler extends AbstractHandler {
  private static final String BOOKMARK = "org.pentimento.workbench.bookmark";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    Optional<NoteTarget> subject = subject(event);
    if (subject.isEmpty()) {
      MessageDialog.openInformation(
          shell,
          "Note",
          "Nothing is selected that can bear a note. Select a pair, a run, a finding, a report or a"
              + " case first.");
      return null;
    }
    CaseNotes known = notes(subject.get());
    if (event.getCommand().getId().equals(BOOKMARK)) {
      Note.Subject what = subject.get().what();
      new EntryRecording(
              subject.get().caseFolder(),
              new Note(what, "", !known.bookmarks().contains(what)),
              problem -> {
                if (!problem.isEmpty()) {
                  MessageDialog.openError(
                      PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                      "Bookmark",
                      problem);
                }
              })
          .schedule();
    } else {
      new EntryDialog(
              shell,
              "Note",
              "On "
                  + subject.get().words()
                  + ". The custody log keeps it with your name and the time; it cannot be taken"
                  + " back.",
              new NoteForm(subject.get(), known))
          .open();
    }
    return null;
  }

  private static Optional<NoteTarget> subject(ExecutionEvent event) {
    Optional<NoteTarget> selected =
        NoteTarget.of(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement());
    IEditorInput input = HandlerUtil.getActiveEditorInput(event);
    return selected.isPresent() || input == null ? selected : NoteTarget.of(input);
  }

  private static CaseNotes notes(NoteTarget subject) {
    return PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .filter(c -> c.folder().equals(subject.caseFolder()))
        .filter(OpenCase.Read.class::isInstance)
        .map(c -> ((OpenCase.Read) c).notes())
        .findFirst()
        .orElseGet(() -> CaseNotes.of(List.of()));
  }
}
