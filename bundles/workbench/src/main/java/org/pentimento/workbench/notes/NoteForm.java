package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.Note;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.selection.NoteTarget;

/** The form of a note: earlier notes on the subject, the text, and the bookmark. */
final class NoteForm implements EntryDialog.Form {
  private final List<NoteTarget> subjects;
  private final List<CaseNotes.Noted> before;
  private final boolean bookmarked;
  private @Nullable Text text;
  private @Nullable Button bookmark;

  /** The form of a note on one or more things of a case, of which {@code known} are the notes. */
  NoteForm(List<NoteTarget> subjects, CaseNotes known) {
    this.subjects = List.copyOf(subjects);
    this.before = subjects.size() == 1 ? known.about(subjects.get(0).what()) : List.of();
    this.bookmarked =
        subjects.stream().allMatch(subject -> known.bookmarks().contains(subject.what()));
  }

  @Override
  public void make(Composite box, Runnable changed) {
    if (!before.isEmpty()) {
      Label said = new Label(box, SWT.WRAP);
      said.setText(
          before.stream()
              .map(n -> Byline.of(n) + "\n" + n.note().text())
              .collect(Collectors.joining("\n\n"))
              .replace("&", "&&"));
      GridDataFactory.fillDefaults().grab(true, false).hint(440, SWT.DEFAULT).applyTo(said);
    }
    new Label(box, SWT.NONE).setText("&Note:");
    Text field = new Text(box, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).hint(440, 90).applyTo(field);
    Button check = new Button(box, SWT.CHECK);
    check.setText("&Bookmark");
    check.setSelection(bookmarked);
    field.addModifyListener(e -> changed.run());
    check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    text = field;
    bookmark = check;
    field.setFocus();
  }

  private String said() {
    return text == null ? "" : text.getText().strip();
  }

  private boolean marked() {
    return bookmark == null ? bookmarked : bookmark.getSelection();
  }

  @Override
  public String problem() {
    return said().isEmpty() && marked() == bookmarked
        ? "Type something, or change the bookmark."
        : "";
  }

  @Override
  public Path caseFolder() {
    return subjects.get(0).caseFolder();
  }

  @Override
  public List<CaseEvent> events() {
    return subjects.stream()
        .<CaseEvent>map(subject -> new Note(subject.what(), said(), marked()))
        .toList();
  }
}
