package org.pentimento.workbench.inspection.mitigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.mitigation.ComparedLook;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.table.CopyRows;

/** What became of a model in words, and what was measured of it before and afterwards. */
final class OutcomePage implements InspectionPage<ShownMitigation> {
  private static final String NONE = "–";

  private final SashForm rows;
  private final Prose words;
  private final Prose questions;
  private final Table table;

  /** Makes an empty page. */
  OutcomePage(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    words = new Prose(top, "What became of it");
    questions = new Prose(top, "The three questions");
    table = new Table(rows, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column("Measurement", 260, SWT.LEFT);
    column("Before", 90, SWT.RIGHT);
    column("After", 90, SWT.RIGHT);
    column("Clean models", 170, SWT.RIGHT);
    column("p before", 100, SWT.RIGHT);
    column("p after", 100, SWT.RIGHT);
    column("Detector", 200, SWT.LEFT);
    column("Helps to answer", 230, SWT.LEFT);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e -> e.result = "What was measured before and afterwards"));
    CopyRows.on(table);
    rows.setWeights(50, 50);
  }

  private void column(String title, int width, int alignment) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    column.setWidth(width);
  }

  @Override
  public Control control() {
    return rows;
  }

  @Override
  public void show(ShownMitigation mitigation) {
    MitigationResult result = mitigation.result();
    words.show(
        List.of(
            MitigationWords.verdict(result),
            new Statement("", MitigationWords.cost(result)),
            new Statement(
                "The new model",
                "is “"
                    + result.model()
                    + "”, listed among the models of the case. It was made from “"
                    + result.from().name()
                    + "” by "
                    + MitigationWords.name(result.method())
                    + " on "
                    + NumberWords.count(result.learned().size(), "trusted pair", "trusted pairs")
                    + ".")));
    ShownModelInspection before = mitigation.before();
    ShownModelInspection after = mitigation.after();
    List<Statement> answers = new ArrayList<>();
    answers(answers, "Before:", before);
    answers(answers, "After:", after);
    questions.show(answers);
    fill(mitigation);
  }

  private static void answers(
      List<Statement> all, String when, @Nullable ShownModelInspection inspection) {
    if (inspection == null) {
      all.add(new Statement(when, "this copy of the case does not hold what was found."));
      return;
    }
    all.add(new Statement(when, ModelInspectionWords.name(inspection.result().verdict()) + "."));
    inspection
        .result()
        .axes()
        .forEach(axis -> all.add(new Statement("", ModelInspectionWords.sentence(axis))));
  }

  private void fill(ShownMitigation mitigation) {
    MitigationResult result = mitigation.result();
    table.removeAll();
    row(
        "Difference from true sketches of pairs kept out",
        error(result.errorBefore()),
        error(result.errorAfter()),
        NONE,
        NONE,
        NONE,
        "",
        "What it costs");
    ShownModelInspection before = mitigation.before();
    if (before == null) {
      return;
    }
    for (ComparedLook look : mitigation.looks()) {
      MeasuredLook either = look.either();
      row(
          either.look().name(),
          value(look.before()),
          value(look.after()),
          either.shadows().isEmpty()
              ? NONE
              : either.shadows().stream().map(NumberWords::value).collect(Collectors.joining(", ")),
          chance(look.before()),
          chance(look.after()),
          ModelInspectionWords.detector(before.result(), either.detector()),
          ModelInspectionWords.question(either.look().axis()));
    }
  }

  private void row(String... cells) {
    new TableItem(table, SWT.NONE).setText(cells);
  }

  private static String error(double error) {
    return String.format(Locale.ROOT, "%.4f", error);
  }

  private static String value(@Nullable MeasuredLook look) {
    Double value = look == null ? null : look.suspect();
    return value == null ? NONE : NumberWords.value(value);
  }

  private static String chance(@Nullable MeasuredLook look) {
    Double p = look == null ? null : look.p();
    return p == null ? NONE : NumberWords.fine(p);
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
