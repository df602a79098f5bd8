package org.pentimento.workbench.inspection.selftest;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.SelfTestWords;

/** What a self-test found of each kind of attack and oddity, a line each. */
final class KindTable {
  private final FigureTable<KindSummary> table;

  KindTable(Composite parent) {
    table = new FigureTable<>(parent, "What was found of each kind", KindSummary.class);
    table.text("What was planted", 250, SelfTestWords::name);
    table.count("Sets", 50, KindSummary::sets);
    table.share("AUC", 150, KindSummary::auc, NumberWords::value);
    table.share("Flagged", 150, KindSummary::recall, NumberWords::percent);
    table.share("Or in a group", 150, KindSummary::shown, NumberWords::percent);
    table.share("At 1 %", 150, KindSummary::recallAtOne, NumberWords::percent);
    table.share("At 5 %", 150, KindSummary::recallAtFive, NumberWords::percent);
    table.share("False alarms", 150, KindSummary::falseAlarms, NumberWords::fine);
    table.number("Place, IoU", 80, KindSummary::placeIou, NumberWords::value);
    table.number("Setting error", 90, KindSummary::settingError, NumberWords::percent);
    table.number("Found from", 80, KindSummary::smallestFound, NumberWords::fine);
  }

  Control control() {
    return table.control();
  }

  void show(SelfTestResult result) {
    List<KindSummary> rows = new ArrayList<>();
    String all = SelfTestWords.name(result.total());
    rows.add(result.total());
    result.kinds().stream()
        .filter(kind -> !SelfTestWords.name(kind).equals(all))
        .forEach(rows::add);
    table.show(rows);
  }
}
