package org.pentimento.workbench.inspection.suspect;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.inspection.overview.MethodTable;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.table.CopyRows;

/** The clean models that a model was compared with. */
public final class ShadowsPage implements InspectionPage<ShownModelInspection> {
  private final SashForm rows;
  private final Table table;
  private final Prose words;

  /** Makes an empty page. */
  public ShadowsPage(Composite parent) {
    rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
    table = new Table(rows, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column("Model", 130, SWT.LEFT);
    column("Made by", 230, SWT.LEFT);
    column("Seed", 110, SWT.RIGHT);
    column("Pairs known", 100, SWT.RIGHT);
    column("Difference", 90, SWT.RIGHT);
    column("Settings", 360, SWT.LEFT);
    column("SHA-256", 420, SWT.LEFT);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "The model and its shadow models"));
    CopyRows.on(table);
    words = new Prose(rows, "What they are");
    rows.setWeights(46, 54);
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
  public void show(ShownModelInspection inspection) {
    ModelInspectionResult result = inspection.result();
    InspectedModel model = result.model();
    table.removeAll();
    row(
        "this model",
        model.maker().name(),
        "–",
        "not known",
        model.error() == null ? "–" : NumberWords.value(model.error()),
        MethodTable.settings(model.maker()),
        model.digest());
    int number = 0;
    for (ShadowUsed shadow : result.shadows()) {
      number++;
      row(
          "shadow model " + number,
          shadow.generator().name(),
          Long.toString(shadow.seed()),
          shadow.known().size() + " of " + result.trusted().count(),
          NumberWords.value(shadow.error()),
          MethodTable.settings(shadow.generator()),
          shadow.weights());
    }
    List<Statement> said = new ArrayList<>();
    said.add(
        new Statement(
            "",
            "Shadow models are clean: they were trained here on trusted pairs of “"
                + result.trusted().dataset()
                + "”. The model is measured in the same way as they are, and what they measure is"
                + " what a clean model can be expected to measure."));
    said.add(
        new Statement(
            "",
            "Each of them leaves out a part of the pairs, and every pair is in one such part, so"
                + " that each photo was shown to a model that does not know it."));
    said.add(
        new Statement(
            "",
            "The difference is the mean absolute one between sketches and the true ones of trusted"
                + " pairs, from 0 to 1; of a shadow model, of pairs that it does not know."));
    said.add(
        new Statement(
            "", "The case keeps them: other inspections with the same trusted pairs use them."));
    words.show(said);
  }

  private void row(String... cells) {
    new TableItem(table, SWT.NONE).setText(cells);
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }
}
