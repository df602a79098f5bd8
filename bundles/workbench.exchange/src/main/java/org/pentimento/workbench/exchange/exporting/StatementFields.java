package org.pentimento.workbench.exchange.exporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pentimento.casefile.event.ExaminerWords;

/** What the examiner writes in a report, each in a field of its own. */
final class StatementFields {
  private final Composite box;
  private final Text question;
  private final Text conclusion;
  private final Text qualifications;
  private final Text opinion;

  StatementFields(Composite parent) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 3).applyTo(box);
    question = field("&Question that was asked:");
    conclusion = field("&Conclusion, inferred from what was measured:");
    qualifications = field("Qualifications: how &far this holds:");
    opinion = field("&Opinion, beyond what can be inferred:");
  }

  private Text field(String title) {
    new Label(box, SWT.NONE).setText(title);
    Text text = new Text(box, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).hint(420, 38).applyTo(text);
    text.addTraverseListener(
        e -> {
          if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            e.doit = true; // to the next field
          }
        });
    return text;
  }

  Composite control() {
    return box;
  }

  void show(ExaminerWords words) {
    question.setText(words.question());
    conclusion.setText(words.conclusion());
    qualifications.setText(words.qualifications());
    opinion.setText(words.opinion());
  }

  ExaminerWords words() {
    return new ExaminerWords(
        question.getText().strip(),
        conclusion.getText().strip(),
        qualifications.getText().strip(),
        opinion.getText().strip());
  }

  /** Writes words as a file for {@code report --statement} that only the user can read. */
  static Path file(ExaminerWords words) throws IOException {
    Path file = Files.createTempFile("statement", ".md");
    Files.writeString(file, text(words), StandardCharsets.UTF_8);
    return file;
  }

  static String text(ExaminerWords words) {
    return part("Question", words.question())
        + part("Conclusion", words.conclusion())
        + part("Qualifications", words.qualifications())
        + part("Opinion", words.opinion());
  }

  /** A line that looks like a heading is moved by a space, so that it is none. */
  private static String part(String heading, String text) {
    return text.isEmpty() ? "" : "# " + heading + "\n" + text.replaceAll("(?m)^# ", " # ") + "\n";
  }
}
