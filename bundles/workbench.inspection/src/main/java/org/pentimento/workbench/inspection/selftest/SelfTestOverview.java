package org.pentimento.workbench.inspection.selftest;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.look.Prose;

/** What a self-test measured in sentences, how far that reaches, and all figures. */
final class SelfTestOverview {
  private final SashForm rows;
  private final Prose conclusions;
  private final Prose limits;
  private final KindTable table;

  SelfTestOverview(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    SashForm top = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
    conclusions = new Prose(top, "What was found of what was planted");
    limits = new Prose(top, "How far this reaches");
    top.setWeights(54, 46);
    table = new KindTable(rows);
    rows.setWeights(46, 54);
  }

  Control control() {
    return rows;
  }

  void show(SelfTestResult result) {
    List<Statement> found = new ArrayList<>();
    found.add(SelfTestWords.verdict(result));
    SelfTestWords.conclusions(result).forEach(w -> found.add(new Statement("", w)));
    conclusions.show(found);
    limits.show(SelfTestWords.limits(result).stream().map(w -> new Statement("", w)).toList());
    table.show(result);
  }

  void setFocus() {
    table.setFocus();
  }
}
