package org.pentimento.workbench.inspection.selftest;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.verdict.ModelSelfTestWords;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.look.Prose;

/** What a self-test measured in sentences, how far that reaches, and all figures. */
final class SelfTestOverview {
  private final SashForm rows;
  private final Prose conclusions;
  private final Prose limits;
  private final Composite tables;
  private final StackLayout shown = new StackLayout();
  private final KindTable sets;
  private final ModelKindTable models;

  SelfTestOverview(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    conclusions = new Prose(top, "What was found of what was planted");
    limits = new Prose(top, "How far this reaches");
    top.setWeights(54, 46);
    tables = new Composite(rows, SWT.NONE);
    tables.setLayout(shown);
    sets = new KindTable(tables);
    models = new ModelKindTable(tables);
    shown.topControl = sets.control();
    rows.setWeights(46, 54);
  }

  Control control() {
    return rows;
  }

  void show(SelfTestResult result) {
    say(
        SelfTestWords.verdict(result),
        SelfTestWords.conclusions(result),
        SelfTestWords.limits(result));
    sets.show(result);
    turnTo(sets.control());
  }

  void show(ModelSelfTestResult result) {
    say(
        ModelSelfTestWords.verdict(result),
        ModelSelfTestWords.conclusions(result),
        ModelSelfTestWords.limits(result));
    models.show(result);
    turnTo(models.control());
  }

  private void say(Statement verdict, List<String> found, List<String> reach) {
    List<Statement> statements = new ArrayList<>();
    statements.add(verdict);
    found.forEach(words -> statements.add(new Statement("", words)));
    conclusions.show(statements);
    limits.show(reach.stream().map(words -> new Statement("", words)).toList());
  }

  private void turnTo(Control table) {
    shown.topControl = table;
    tables.layout();
  }

  void setFocus() {
    if (shown.topControl != null) {
      shown.topControl.setFocus();
    }
  }
}
