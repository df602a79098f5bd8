package org.pentimento.workbench.exchange.exporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;
import org.pentimento.verdict.TimeWords;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.OpenCase;

/**
 * The options of a report: its formats, which runs and notes it shows, and what the examiner writes
 * in it; or that the draft that was signed off is written as what it is now.
 */
final class ReportPart implements OptionsPage.Part {
  private static final Map<String, String> FORMATS = new LinkedHashMap<>();

  static {
    FORMATS.put("HTML", "&HTML: one page for the browser, pictures included");
    FORMATS.put("PDF", "&PDF: typeset pages for print and file");
    FORMATS.put("SUMMARIES", "&Means with their intervals, as CSV");
    FORMATS.put("MEASUREMENTS", "All &single values, as CSV");
    FORMATS.put("JSON", "&JSON: the stored results, unchanged");
  }

  private final TabFolder tabs;
  private final Map<String, Button> formats = new LinkedHashMap<>();
  private final Button open;
  private final Button signedOff;
  private final ChosenRows runs;
  private final ChosenRows notes;
  private final StatementFields statement;
  private OpenCase.@Nullable Read shown;

  ReportPart(Composite parent, Runnable changed) {
    tabs = new TabFolder(parent, SWT.TOP);
    Composite box = new Composite(tabs, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(box);
    FORMATS.forEach(
        (format, title) -> {
          Button check = check(box, title, changed);
          check.setSelection(true);
          formats.put(format, check);
        });
    signedOff = check(box, "The draft that was signed &off, without the mark of a draft", changed);
    GridDataFactory.fillDefaults().indent(0, 12).applyTo(signedOff);
    open = check(box, "Open the report &when it is written", changed);
    open.setSelection(true);
    GridDataFactory.fillDefaults().indent(0, 12).applyTo(open);
    runs = new ChosenRows(tabs, "Run or inspection", "Started", true, changed);
    statement = new StatementFields(tabs);
    notes = new ChosenRows(tabs, "Note or bookmark", "When and by whom", false, changed);
    tab("Files", box);
    tab("Runs and Inspections", runs.control());
    tab("Statement", statement.control());
    tab("Notes", notes.control());
  }

  private static Button check(Composite box, String title, Runnable changed) {
    Button check = new Button(box, SWT.CHECK);
    check.setText(title);
    check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    return check;
  }

  private void tab(String title, Control content) {
    TabItem tab = new TabItem(tabs, SWT.NONE);
    tab.setText(title);
    tab.setControl(content);
  }

  private List<String> formats() {
    return formats.entrySet().stream()
        .filter(f -> f.getValue().getSelection())
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean opens() {
    return open.getSelection();
  }

  /** What the examiner wrote; empty if it is taken from the draft that was signed off. */
  ExaminerWords words() {
    return signedOff.getSelection() ? ExaminerWords.NONE : statement.words();
  }

  /**
   * Arguments of the command that writes the report.
   *
   * @param words file with what the examiner wrote, null if nothing
   */
  List<String> arguments(String folder, String out, @Nullable Path words) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "report",
                folder,
                "--format",
                String.join(",", formats()).toLowerCase(Locale.ROOT),
                "--out",
                out));
    if (signedOff.getSelection()) {
      arguments.add("--final");
      return arguments;
    }
    arguments.addAll(List.of("--run", String.join(",", runs.chosen())));
    List<String> noted = notes.chosen();
    arguments.addAll(List.of("--notes", noted.isEmpty() ? "0" : String.join(",", noted)));
    if (words != null) {
      arguments.addAll(List.of("--statement", words.toString()));
    }
    return arguments;
  }

  @Override
  public Control control() {
    return tabs;
  }

  @Override
  public void show(OpenCase.Read read) {
    if (read == shown) {
      return;
    }
    shown = read;
    runs.show(rows(read));
    List<ChosenRows.Row> noted = new ArrayList<>();
    ExaminerWords words = ExaminerWords.NONE;
    boolean approved = false;
    for (Entry entry : read.entries()) {
      entry.as(Note.class).ifPresent(note -> noted.add(row(entry, note)));
      ReportWritten.Content draft =
          entry.as(ReportWritten.class).flatMap(ReportWritten::draft).orElse(null);
      if (draft != null) {
        words = draft.words(); // the examiner goes on writing
        SignOff review = read.notes().signOffs().get(entry.number());
        approved |= review != null && review.approved();
      }
    }
    notes.show(noted);
    statement.show(words);
    signedOff.setEnabled(approved);
    signedOff.setSelection(false);
  }

  /** The runs of plans and the inspections, in the order in which they were started. */
  private static List<ChosenRows.Row> rows(OpenCase.Read read) {
    return Stream.concat(read.runs().stream(), read.inspections().stream().map(CaseInspection::run))
        .sorted(Comparator.comparing(RunRecord::started))
        .map(
            run ->
                new ChosenRows.Row(
                    run.id(),
                    run.kind() == RunKind.AUDIT
                        ? run.name()
                        : TrainingWords.inWords(run.name()) + " (" + run.id() + ")",
                    TimeWords.minute(run.started())))
        .toList();
  }

  private static ChosenRows.Row row(Entry entry, Note note) {
    String text = note.text().isBlank() ? "Bookmark" : note.text().replaceAll("\\s+", " ");
    String about = note.subject().id();
    return new ChosenRows.Row(
        Long.toString(entry.number()),
        about.isEmpty() ? text : about + ": " + text,
        TimeWords.minute(entry.time()) + ", " + entry.actor());
  }

  @Override
  public @Nullable String problem() {
    if (formats().isEmpty()) {
      return "Choose at least one format.";
    }
    return !signedOff.getSelection() && runs.chosen().isEmpty()
        ? "Choose at least one run or inspection."
        : null;
  }

  /** Writes what the examiner wrote to a file for the command; null if nothing. */
  @Nullable Path statementFile() throws IOException {
    ExaminerWords words = words();
    return words.equals(ExaminerWords.NONE) ? null : StatementFields.file(words);
  }
}
