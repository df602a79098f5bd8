package org.pentimento.workbench.notes;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.Note;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.selection.NoteTarget;

/** Asks for a note on what is selected, or sets or removes its bookmark. */
public final class NoteHandler extends AbstractHandler {
  private static final String BOOKMARK = "org.pentimento.workbench.bookmark";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    List<NoteTarget> subjects = subjects(event);
    if (subjects.isEmpty()) {
      PlainDialog.openInformation(
          shell,
          "Note",
          "Nothing is selected that can bear a note. Select a pair, a run, a finding, a report or a"
              + " case first.");
      return null;
    }
    if (event.getCommand().getId().equals(BOOKMARK)) {
      bookmark(subjects);
    } else {
      new EntryDialog(
              shell,
              "Note",
              "On "
                  + (subjects.size() == 1
                      ? subjects.get(0).words()
                      : subjects.size() + " things that are selected, the same on each")
                  + ". The custody log keeps it with your name and the time; it cannot be taken"
                  + " back.",
              new NoteForm(subjects, notes(subjects.get(0))))
          .open();
    }
    return null;
  }

  /** Sets the bookmarks of all that have none; takes them if all have one. */
  private static void bookmark(List<NoteTarget> subjects) {
    boolean take = subjects.stream().allMatch(NoteTarget::isBookmarked);
    List<CaseEvent> notes =
        subjects.stream()
            .filter(subject -> subject.isBookmarked() == take)
            .<CaseEvent>map(subject -> new Note(subject.what(), "", !take))
            .toList();
    new EntryRecording(
            subjects.get(0).caseFolder(),
            notes,
            problem -> {
              if (!problem.isEmpty()) {
                PlainDialog.openError(
                    PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                    "Bookmark",
                    problem);
              }
            })
        .schedule();
  }

  /** All that is selected and can bear notes, of the case of the first. */
  private static List<NoteTarget> subjects(ExecutionEvent event) {
    List<NoteTarget> subjects = new ArrayList<>();
    for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
      NoteTarget.of(selected).ifPresent(subjects::add);
    }
    IEditorInput input = HandlerUtil.getActiveEditorInput(event);
    if (subjects.isEmpty() && input != null) {
      NoteTarget.of(input).ifPresent(subjects::add);
    }
    return subjects.stream()
        .filter(subject -> subject.caseFolder().equals(subjects.get(0).caseFolder()))
        .distinct()
        .toList();
  }

  private static CaseNotes notes(NoteTarget subject) {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .read(subject.caseFolder())
        .map(OpenCase.Read::notes)
        .orElseGet(() -> CaseNotes.of(List.of()));
  }
}
