package org.pentimento.workbench.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.PathDialog;

/** Fields for the parameters of an extension, made out of its descriptor. */
public final class SettingsForm {
  private final Composite box;
  private final Runnable changed;
  private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();
  private final Map<String, JsonNode> parameters = new LinkedHashMap<>();

  /**
   * A form without a field.
   *
   * @param changed called after each change by the person
   */
  public SettingsForm(Composite parent, Runnable changed) {
    this.changed = changed;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(box);
  }

  /** What holds the fields. */
  public Composite control() {
    return box;
  }

  /** Shows the fields of a descriptor as the preview process tells it, with their defaults. */
  public void show(JsonNode descriptor) {
    for (Control child : box.getChildren()) {
      child.dispose();
    }
    fields.clear();
    parameters.clear();
    for (JsonNode parameter : descriptor.path("parameters")) {
      String id = parameter.path("id").asText();
      parameters.put(id, parameter);
      fields.put(id, field(parameter));
    }
    box.requestLayout();
  }

  /** Whether there is anything to set. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** What is set, by parameter. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach((id, field) -> values.put(id, field.get()));
    return values;
  }

  /** What is wrong with a value, null if nothing is. */
  public @Nullable String problem() {
    for (Map.Entry<String, Supplier<String>> field : fields.entrySet()) {
      JsonNode parameter = parameters.get(field.getKey());
      if (parameter != null && !fits(parameter, field.getValue().get())) {
        return parameter.path("name").asText()
            + " is '"
            + field.getValue().get()
            + "'; it must be "
            + parameter.path("allowed").asText()
            + ".";
      }
    }
    return null;
  }

  private static boolean fits(JsonNode parameter, String value) {
    String type = parameter.path("type").asText();
    if (!type.equals("number") && !type.equals("integer")) {
      return true;
    }
    try {
      double number = type.equals("integer") ? Long.parseLong(value) : Double.parseDouble(value);
      return number >= parameter.path("minimum").asDouble()
          && number <= parameter.path("maximum").asDouble();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Supplier<String> field(JsonNode parameter) {
    String type = parameter.path("type").asText();
    String name = parameter.path("name").asText();
    String value = parameter.path("default").asText();
    Label label = new Label(box, SWT.NONE);
    label.setText(type.equals("flag") ? "" : name + ":");
    label.setToolTipText(parameter.path("help").asText());
    Supplier<String> field =
        switch (type) {
          case "flag" -> flag(name, Boolean.parseBoolean(value), parameter);
          case "choice" -> choice(parameter, value);
          case "integer" -> whole(parameter, value);
          case "file", "folder" -> path(parameter, value, type.equals("folder"));
          default -> text(parameter, value, 1);
        };
    if (type.equals("number") || type.equals("integer")) {
      String unit = parameter.path("unit").asText();
      Label note = new Label(box, SWT.NONE);
      note.setText((unit.isEmpty() ? "" : unit + ", ") + parameter.path("allowed").asText());
      GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
    }
    return field;
  }

  private Supplier<String> flag(String name, boolean value, JsonNode parameter) {
    Button check = new Button(box, SWT.CHECK);
    check.setText(name);
    check.setSelection(value);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
    check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    check.setToolTipText(parameter.path("help").asText());
    return () -> Boolean.toString(check.getSelection());
  }

  private Supplier<String> choice(JsonNode parameter, String value) {
    Combo combo = new Combo(box, SWT.READ_ONLY);
    parameter.path("choices").forEach(c -> combo.add(c.asText()));
    combo.setText(value);
    combo.setToolTipText(parameter.path("help").asText());
    GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    return combo::getText;
  }

  private Supplier<String> whole(JsonNode parameter, String value) {
    double least = parameter.path("minimum").asDouble();
    double most = parameter.path("maximum").asDouble();
    if (least < 0 || most > Integer.MAX_VALUE) {
      return text(parameter, value, 1);
    }
    Spinner spinner = new Spinner(box, SWT.BORDER);
    spinner.setMinimum((int) least);
    spinner.setMaximum((int) most);
    spinner.setSelection((int) Double.parseDouble(value));
    spinner.setToolTipText(parameter.path("help").asText());
    GridDataFactory.fillDefaults().hint(100, SWT.DEFAULT).applyTo(spinner);
    spinner.addModifyListener(e -> changed.run());
    return () -> Integer.toString(spinner.getSelection());
  }

  private Supplier<String> text(JsonNode parameter, String value, int columns) {
    boolean number = parameter.path("type").asText().equals("number");
    Text text = new Text(box, SWT.BORDER);
    text.setText(value);
    text.setToolTipText(parameter.path("help").asText());
    if (number) {
      GridDataFactory.fillDefaults().hint(100, SWT.DEFAULT).applyTo(text);
    } else {
      text.setMessage(parameter.path("help").asText());
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .hint(140, SWT.DEFAULT)
          .span(3 - columns, 1)
          .applyTo(text);
    }
    text.addModifyListener(e -> changed.run());
    return () -> text.getText().strip();
  }

  private Supplier<String> path(JsonNode parameter, String value, boolean folder) {
    Supplier<String> field = text(parameter, value, 2);
    Text text = (Text) box.getChildren()[box.getChildren().length - 1];
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("Browse …");
    browse.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              String chosen =
                  PathDialog.open(
                      box.getShell(), parameter.path("name").asText(), folder, text.getText());
              if (chosen != null) {
                text.setText(chosen);
              }
            }));
    return field;
  }
}
