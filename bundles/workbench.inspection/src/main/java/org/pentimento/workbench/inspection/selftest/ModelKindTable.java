package org.pentimento.workbench.inspection.selftest;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.verdict.ModelSelfTestWords;
import org.pentimento.verdict.NumberWords;

/** What a self-test of models found of each kind of model, a line each. */
final class ModelKindTable {
  private final FigureTable<KindOfModel> table;

  ModelKindTable(Composite parent) {
    table = new FigureTable<>(parent, "What was found of each kind of model", KindOfModel.class);
    table.text("What was planted", 250, ModelSelfTestWords::name);
    table.count("Models", 60, KindOfModel::models);
    table.count("Count", 60, KindOfModel::counted);
    table.share("Found", 150, KindOfModel::found, NumberWords::percent);
    table.share("p below 1 %", 150, KindOfModel::significant, NumberWords::percent);
    table.share("p below 5 %", 150, KindOfModel::suspected, NumberWords::percent);
    table.share("AUC to clean", 150, KindOfModel::auc, NumberWords::value);
    table.share("At 1 %", 150, KindOfModel::recallAtOne, NumberWords::percent);
    table.share("At 5 %", 150, KindOfModel::recallAtFive, NumberWords::percent);
    table.number("Found from", 80, KindOfModel::smallestFound, NumberWords::fine);
    table.share("Places", 150, KindOfModel::placed, NumberWords::percent);
    table.share("Waves", 150, KindOfModel::waves, NumberWords::percent);
    table.number("Brier", 70, KindOfModel::brier, NumberWords::value);
    table.number("Seconds", 70, KindOfModel::seconds, s -> Long.toString(Math.round(s)));
  }

  Control control() {
    return table.control();
  }

  void show(ModelSelfTestResult result) {
    table.show(result.kinds());
  }
}
