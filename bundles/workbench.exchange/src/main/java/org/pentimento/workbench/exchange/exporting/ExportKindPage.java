package org.pentimento.workbench.exchange.exporting;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.workbench.cases.OpenCase;

/** The page that asks which case, and what to export of it. */
final class ExportKindPage extends WizardPage {
  private final List<OpenCase.Read> cases;
  private final int first;
  private final ExportKind proposed;
  private final Runnable changed;
  private @Nullable Form form;

  /**
   * A page.
   *
   * @param cases that are open
   * @param first index of the one to begin with
   * @param proposed what to begin with
   * @param changed called whenever another case or thing is chosen
   */
  ExportKindPage(List<OpenCase.Read> cases, int first, ExportKind proposed, Runnable changed) {
    super("what", "Export", null);
    setDescription("Choose what to write. The case itself is not changed but for its report.");
    this.cases = cases;
    this.first = first;
    this.proposed = proposed;
    this.changed = changed;
  }

  private record Form(Combo folder, List<Button> choices) {}

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 6).applyTo(box);
    new Label(box, SWT.NONE).setText("&Case:");
    Combo folder = new Combo(box, SWT.READ_ONLY);
    cases.forEach(c -> folder.add(c.name() + "  –  " + c.folder()));
    folder.select(first);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
    List<Button> choices = new ArrayList<>();
    for (ExportKind what : ExportKind.values()) {
      Button choice = new Button(box, SWT.RADIO);
      choice.setText(what.title());
      choice.setSelection(what == proposed);
      GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(choice);
      Label help = new Label(box, SWT.WRAP);
      help.setText(what.help());
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .span(2, 1)
          .indent(24, 0)
          .hint(420, SWT.DEFAULT)
          .applyTo(help);
      choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> validate()));
      choices.add(choice);
    }
    folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> validate()));
    form = new Form(folder, choices);
    setControl(box);
    validate();
  }

  /** The case that is chosen, null if none is open. */
  OpenCase.@Nullable Read chosen() {
    int index = form == null ? first : form.folder().getSelectionIndex();
    return index < 0 || index >= cases.size() ? null : cases.get(index);
  }

  /** What is to be exported. */
  ExportKind what() {
    if (form != null) {
      for (int i = 0; i < form.choices().size(); i++) {
        if (form.choices().get(i).getSelection()) {
          return ExportKind.values()[i];
        }
      }
    }
    return proposed;
  }

  private void validate() {
    String problem = problem(chosen(), what());
    setErrorMessage(problem);
    setPageComplete(problem == null);
    changed.run();
  }

  private static @Nullable String problem(OpenCase.@Nullable Read read, ExportKind what) {
    if (read == null) {
      return "No case is open. Open one first.";
    }
    return switch (what) {
      case REPORT ->
          read.runs().isEmpty() && read.inspections().isEmpty()
              ? "The case has no run to report. Carry out a plan or an inspection first."
              : read.writable()
                  ? null
                  : "The case is read-only, and it keeps each report that is written of it."
                      + " Export its tables and charts, or a report of a copy of the case.";
      case TABLES, CHARTS ->
          read.runs().stream().noneMatch(r -> r.state() == RunRecord.State.FINISHED)
              ? "The case has no finished run. Carry out a plan first."
              : null;
      case MODEL ->
          ModelPart.models(read).isEmpty()
              ? "No finished run of the case has trained a model. Carry out a plan first."
              : null;
      case COPY -> read.datasets().isEmpty() ? "The case has no data set. Import one first." : null;
    };
  }
}
