package org.pentimento.workbench.exchange.exporting;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.CaseModel;
import org.pentimento.workbench.cases.OpenCase;

/** The options of an export of a model: which trained model. */
final class ModelPart implements OptionsPage.Part {
  private final Composite box;
  private final Table table;
  private OpenCase.@Nullable Read shown;

  ModelPart(Composite parent, Runnable changed) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(box);
    new Label(box, SWT.NONE).setText("&Model:");
    Composite frame = new Composite(box, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).hint(420, 140).applyTo(frame);
    table = new Table(frame, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    column(layout, "Run", 36);
    column(layout, "Generator", 36);
    column(layout, "Comparison", 18);
    column(layout, "Trained on", 20);
    table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
  }

  private void column(TableColumnLayout layout, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, 70, true));
  }

  /** The models of a case that can be written: a training that diverged has left none. */
  static List<CaseModel> models(OpenCase.Read read) {
    return read.models().stream().filter(m -> !m.weights().isEmpty()).toList();
  }

  @Override
  public Control control() {
    return box;
  }

  @Override
  public void show(OpenCase.Read read) {
    if (read == shown) {
      return;
    }
    shown = read;
    table.removeAll();
    for (CaseModel model : models(read)) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(
          new String[] {
            run(read, model.run()),
            model.generator(),
            model.comparison(),
            model.subject().word() + " pairs" + (model.collapsed().isEmpty() ? "" : ", collapsed")
          });
      item.setData(model);
    }
    if (table.getItemCount() > 0) {
      table.select(0);
    }
  }

  private static String run(OpenCase.Read read, String id) {
    return read.runs().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .map(RunRecord::name)
        .orElse(id);
  }

  private @Nullable CaseModel chosen() {
    int index = table.getSelectionIndex();
    return index < 0 ? null : (CaseModel) table.getItem(index).getData();
  }

  @Override
  public @Nullable String problem() {
    return chosen() == null ? "Choose a model." : null;
  }

  Job.ExportModel order(String caseFolder, String out) {
    CaseModel model = chosen();
    if (model == null) {
      throw new IllegalStateException("The page is not complete");
    }
    return new Job.ExportModel(Job.PROTOCOL, caseFolder, model.name(), out);
  }
}
