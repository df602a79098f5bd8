package org.pentimento.workbench.exchange.exporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;

/** The options of a report: its formats. */
final class ReportPart implements OptionsPage.Part {
  private static final Map<String, String> FORMATS = new LinkedHashMap<>();

  static {
    FORMATS.put("HTML", "&HTML: one page for the browser, pictures included");
    FORMATS.put("PDF", "&PDF: typeset pages for print and file");
    FORMATS.put("SUMMARIES", "&Means with their intervals, as CSV");
    FORMATS.put("MEASUREMENTS", "All &single values, as CSV");
    FORMATS.put("JSON", "&JSON: the stored results, unchanged");
  }

  private final Composite box;
  private final Map<String, Button> formats = new LinkedHashMap<>();
  private final Button open;

  ReportPart(Composite parent, Runnable changed) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(box);
    FORMATS.forEach(
        (format, title) -> {
          Button check = new Button(box, SWT.CHECK);
          check.setText(title);
          check.setSelection(true);
          check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
          formats.put(format, check);
        });
    open = new Button(box, SWT.CHECK);
    open.setText("Open the report &when it is written");
    open.setSelection(true);
    GridDataFactory.fillDefaults().indent(0, 12).applyTo(open);
  }

  List<String> formats() {
    return formats.entrySet().stream()
        .filter(f -> f.getValue().getSelection())
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean opens() {
    return open.getSelection();
  }

  @Override
  public Control control() {
    return box;
  }

  @Override
  public void show(OpenCase.Read read) {}

  @Override
  public @Nullable String problem() {
    return formats().isEmpty() ? "Choose at least one format." : null;
  }
}
