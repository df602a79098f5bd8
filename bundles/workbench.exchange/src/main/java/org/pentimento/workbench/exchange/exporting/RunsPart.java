package org.pentimento.workbench.exchange.exporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.chart.Palette;
import org.pentimento.verdict.TimeWords;
import org.pentimento.workbench.cases.OpenCase;

/** The options of an export of runs: which runs, and the format of charts. */
final class RunsPart implements OptionsPage.Part {
  private final Composite box;
  private final Table table;
  private final List<Button> formats = new ArrayList<>();
  private @Nullable Button dark;
  private OpenCase.@Nullable Read shown;

  RunsPart(Composite parent, boolean charts, Runnable changed) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(box);
    new Label(box, SWT.NONE).setText("&Runs:");
    Composite frame = new Composite(box, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).hint(420, 140).applyTo(frame);
    table = new Table(frame, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    column(layout, "Run", 60);
    column(layout, "Finished", 40);
    table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    if (charts) {
      Composite row = new Composite(box, SWT.NONE);
      GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(row);
      formats.add(check(row, "S&VG: sharp at any size", changed));
      formats.add(check(row, "P&NG: 192 pixels to the inch", changed));
      formats.get(0).setSelection(true);
      dark = check(row, "&Dark ground, for slides; else white paper", changed);
      GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(dark);
    }
  }

  private Button check(Composite row, String title, Runnable changed) {
    Button check = new Button(row, SWT.CHECK);
    check.setText(title);
    check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    return check;
  }

  private void column(TableColumnLayout layout, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, 100, true));
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
    for (RunRecord run : read.runs()) {
      if (run.state() == RunRecord.State.FINISHED) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(
            new String[] {run.name(), run.ended() == null ? "" : TimeWords.minute(run.ended())});
        item.setData(run.id());
        item.setChecked(true);
      }
    }
  }

  List<String> runs() {
    return Stream.of(table.getItems())
        .filter(TableItem::getChecked)
        .map(i -> String.valueOf(i.getData()))
        .toList();
  }

  /** Arguments of the command that exports charts. */
  List<String> chartArguments(Palette palette) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--charts", String.join(",", formats()), "--palette", palette.name()));
    if (dark != null && dark.getSelection()) {
      arguments.add("--dark");
    }
    return arguments;
  }

  private List<String> formats() {
    return formats.stream()
        .filter(Button::getSelection)
        .map(b -> b == formats.get(0) ? "svg" : "png")
        .toList();
  }

  @Override
  public @Nullable String problem() {
    if (runs().isEmpty()) {
      return "Choose at least one run.";
    }
    return !formats.isEmpty() && formats().isEmpty() ? "Choose SVG, PNG or both." : null;
  }
}
