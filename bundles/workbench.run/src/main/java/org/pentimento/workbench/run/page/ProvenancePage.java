package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.RunResult.DataUsed;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.run.contents.RunContents;
import org.pentimento.workbench.run.contents.RunWords;
import org.pentimento.workbench.table.CopyRows;

/** Where a run's figures come from: plan, data, methods, seeds, hashes, versions, machine. */
public final class ProvenancePage {
  private final SashForm sash;
  private final Table table;
  private final StyledText plan;

  /** Makes an empty page. */
  public ProvenancePage(Composite parent) {
    sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    Composite left = new Composite(sash, SWT.NONE);
    left.setLayout(new FillLayout());
    table = new Table(left, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    for (String title : List.of("What", "Value")) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(title);
    }
    table.getColumn(0).setWidth(190);
    table.getColumn(1).setWidth(430);
    CopyRows.on(table);
    Composite right = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(right);
    Label head = new Label(right, SWT.NONE);
    head.setText("The plan, as it was used");
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    plan = new StyledText(right, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    plan.setFont(JFaceResources.getTextFont());
    plan.setMargins(4, 4, 4, 4);
    plan.setAlwaysShowScrollBars(false);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(plan);
    sash.setWeights(60, 40);
  }

  /** The control to lay out. */
  public Control control() {
    return sash;
  }

  /** Takes the keyboard. */
  public void setFocus() {
    table.setFocus();
  }

  /**
   * Shows a run.
   *
   * @param comparison whose methods are shown, null if the run has none
   * @param missing extensions that are not installed, in words
   */
  public void show(RunContents contents, @Nullable Comparison comparison, List<String> missing) {
    plan.setText(contents.plan());
    table.setRedraw(false);
    table.removeAll();
    List<Row> rows = rows(contents, comparison);
    missing.forEach(m -> rows.add(new Row("Not installed here", m)));
    rows.forEach(
        row -> new TableItem(table, SWT.NONE).setText(new String[] {row.what(), row.value()}));
    table.setRedraw(true);
  }

  private record Row(String what, String value) {}

  private static List<Row> rows(RunContents contents, @Nullable Comparison comparison) {
    List<Row> rows = new ArrayList<>();
    RunRecord run = contents.record();
    rows.add(new Row("Run", run.id() + ", " + run.name()));
    rows.add(new Row("State", RunWords.state(run)));
    rows.add(new Row("Started", RunWords.time(run.started())));
    if (run.ended() != null) {
      rows.add(new Row("Ended", RunWords.time(run.ended())));
    }
    rows.add(new Row("Took", contents.took().words()));
    rows.add(new Row("Finished steps", Long.toString(contents.steps())));
    rows.add(new Row("Plan, SHA-256", run.plan()));
    RunResult result = contents.result();
    if (result == null) {
      return rows;
    }
    rows.add(new Row("Result, SHA-256", run.result()));
    data(rows, result.data());
    if (comparison != null) {
      comparison(rows, comparison, run.id(), contents.costs());
    }
    result.metrics().forEach(m -> use(rows, "Metric", m));
    new TreeMap<>(result.environment()).forEach((name, value) -> rows.add(new Row(name, value)));
    return rows;
  }

  private static void data(List<Row> rows, DataUsed data) {
    rows.add(new Row("Data set", data.dataset() + ", format " + data.format()));
    rows.add(new Row("Data, SHA-256", data.digest()));
    rows.add(new Row("Training pairs", Integer.toString(data.train().size())));
    rows.add(new Row("Test pairs", Integer.toString(data.test().size())));
    rows.add(new Row("Size", data.width() + " × " + data.height() + " pixels"));
    data.skipped().forEach((pair, why) -> rows.add(new Row("Skipped: " + pair, why)));
  }

  private static void comparison(List<Row> rows, Comparison c, String run, TrainingCosts costs) {
    if (c.audited() instanceof Audited.Imported imported) {
      rows.add(new Row("Imported model", imported.model()));
      use(rows, "Format of the model", imported.format());
    } else {
      use(rows, "Generator", c.audited().extension());
    }
    c.audited().seed().ifPresent(seed -> rows.add(new Row("Seed", Long.toString(seed))));
    Comparison.Attack attack = c.attack();
    if (attack != null) {
      use(rows, "Trigger", attack.trigger());
      use(rows, "Poisoning strategy", attack.strategy());
      rows.add(
          new Row(
              "Poisoned pairs",
              c.isImported()
                  ? "none: nothing was trained"
                  : "%d, %.1f %%".formatted(attack.poisoned().size(), 100 * attack.rate())));
      new TreeMap<>(attack.choices())
          .forEach((what, value) -> rows.add(new Row("The strategy chose: " + what, value)));
      rows.add(new Row("Manifest, SHA-256", attack.manifest()));
    }
    c.models()
        .forEach(
            (subject, model) ->
                model(
                    rows,
                    ConditionNames.capital(ConditionNames.of(subject)),
                    model,
                    costs.of(run, c, subject)));
    rows.add(new Row("Measurements, SHA-256", c.measurements()));
  }

  private static void model(
      List<Row> rows, String name, TestedModel model, Optional<TrainingCost> cost) {
    if (model.parameters() > 0) {
      rows.add(new Row(name, "%,d parameters".formatted(model.parameters())));
    }
    rows.add(new Row(name + ", weights SHA-256", model.weights()));
    rows.add(new Row(name + ", description SHA-256", model.description()));
    if (model.collapse() != null) {
      rows.add(new Row(name + " collapsed", Verdicts.collapse(model.collapse())));
    }
    cost.ifPresent(c -> cost(rows, name, c));
  }

  private static void cost(List<Row> rows, String name, TrainingCost cost) {
    rows.add(new Row(name + ", training took", cost.words()));
    if (!cost.checkpoint().isEmpty()) {
      rows.add(new Row(name + ", last good checkpoint SHA-256", cost.checkpoint()));
    }
  }

  private static void use(List<Row> rows, String kind, ExtensionUse use) {
    String settings =
        new TreeMap<>(use.settings())
            .entrySet().stream()
                .map((Map.Entry<String, Object> e) -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    rows.add(
        new Row(
            kind, use.name() + " " + use.version() + (settings.isEmpty() ? "" : ": " + settings)));
    if (!use.citation().isEmpty()) {
      rows.add(new Row("", use.citation()));
    }
  }
}
