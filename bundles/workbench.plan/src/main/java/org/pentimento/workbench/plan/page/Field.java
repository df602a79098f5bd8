package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.plan.PlanText;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;
import org.pentimento.workbench.form.PathDialog;
import org.pentimento.workbench.form.PlainNumbers;
import org.pentimento.workbench.form.SliderSteps;
import org.pentimento.workbench.look.SecondaryText;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * A value of the plan in a form: a row of four columns (name, value, slider, what is allowed). What
 * is typed goes into the text at once, wrong or not; the text comes back when it changes elsewhere.
 */
final class Field {
  static final int COLUMNS = 4;
  private static final int CAPTION_CHARACTERS = 14;
  private static final int NUMBER_WIDTH = 86;

  private final PlanModel model;
  private final String path;
  private final Control control;
  private final ControlDecoration mark;
  private final Runnable refresh;
  private boolean refreshing;

  private Field(PlanModel model, String path, Control control, Show show) {
    this.model = model;
    this.path = path;
    this.control = control;
    mark = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
    mark.setImage(
        FieldDecorationRegistry.getDefault()
            .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
            .getImage());
    mark.setMarginWidth(2);
    mark.hide();
    refresh = () -> show.text(model.text());
  }

  /** How a text's value gets into widgets. */
  private interface Show {
    void text(PlanText text);
  }

  /** Brings the widgets in step with the text. */
  void refresh() {
    refreshing = true;
    try {
      refresh.run();
    } finally {
      refreshing = false;
    }
  }

  /** Shows what is wrong with the value. */
  void mark() {
    model
        .problemAt(path)
        .ifPresentOrElse(
            p -> {
              mark.setDescriptionText(p.message());
              mark.show();
            },
            mark::hide);
  }

  String path() {
    return path;
  }

  void setFocus() {
    control.setFocus();
  }

  private void write(Object value) {
    if (!refreshing) {
      model.edit(path, t -> value.toString().isBlank() ? t.without(path) : t.with(path, value));
    }
  }

  /** The widgets of a parameter by its descriptor. */
  static Field of(Composite parent, PlanModel model, String path, Parameter p) {
    if (p.isNumber()) {
      return number(parent, model, path, p);
    }
    return switch (p.type()) {
      case "flag" -> flag(parent, model, path, p);
      case "choice" -> choice(parent, model, path, p);
      default -> text(parent, model, path, p);
    };
  }

  private static String hint(Parameter p) {
    String value = p.defaultValue().isEmpty() ? "" : "default " + plain(p.defaultValue());
    if (!p.isNumber()) {
      return value;
    }
    String range =
        PlainNumbers.words(p.minimum()) + " to " + PlainNumbers.words(p.maximum()) + unit(p.unit());
    return value.isEmpty() ? range : range + "\n" + value;
  }

  private static String unit(String unit) {
    return unit.isEmpty() ? "" : " " + unit;
  }

  private static String plain(String value) {
    return value.replaceFirst("\\.0$", "");
  }

  private static void label(Composite parent, Parameter p) {
    caption(parent, (p.name().isEmpty() ? p.id() : p.name()).replace("&", "&&") + ":")
        .setToolTipText(p.help());
  }

  /** What stands before a value; as wide as most, so that the values of all forms are in line. */
  static Label caption(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    GC gc = new GC(label);
    int usual = (int) (CAPTION_CHARACTERS * gc.getFontMetrics().getAverageCharacterWidth());
    gc.dispose();
    int width = Math.max(usual, label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    GridDataFactory.fillDefaults()
        .align(SWT.BEGINNING, SWT.CENTER)
        .hint(width, SWT.DEFAULT)
        .applyTo(label);
    return label;
  }

  private static void name(Control control, Parameter p) {
    String name = p.name().isEmpty() ? p.id() : p.name();
    control.setToolTipText(p.help());
    control
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = name;
              }

              @Override
              public void getHelp(AccessibleEvent e) {
                e.result = p.help();
              }
            });
  }

  private static void hintLabel(Composite parent, Parameter p) {
    Label hint = new Label(parent, SWT.NONE);
    hint.setText(hint(p).replace("&", "&&"));
    hint.setToolTipText(p.help());
    SecondaryText.colour(hint);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(hint);
  }

  private static Field number(Composite parent, PlanModel model, String path, Parameter p) {
    label(parent, p);
    Text text = new Text(parent, SWT.BORDER | SWT.RIGHT);
    text.setMessage(plain(p.defaultValue()));
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .hint(NUMBER_WIDTH, SWT.DEFAULT)
        .indent(8, 0)
        .applyTo(text);
    Scale scale = new Scale(parent, SWT.HORIZONTAL);
    SliderSteps steps = SliderSteps.of(p.minimum(), p.maximum(), p.type().equals("integer"));
    scale.setMinimum(0);
    scale.setMaximum(steps.count());
    scale.setIncrement(1);
    scale.setPageIncrement(Math.max(1, steps.count() / 10));
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .minSize(50, SWT.DEFAULT)
        .hint(110, SWT.DEFAULT)
        .applyTo(scale);
    hintLabel(parent, p);
    name(text, p);
    name(scale, p);
    Field field =
        new Field(
            model,
            path,
            text,
            plan -> {
              String value = plan.value(path);
              setText(text, value);
              @Nullable Double number = PlainNumbers.parse(value.isEmpty() ? p.defaultValue() : value);
              if (number != null) {
                int at = steps.index(number);
                if (scale.getSelection() != at) {
                  scale.setSelection(at);
                }
              }
            });
    text.addModifyListener(e -> field.write(text.getText().strip()));
    scale.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> field.write(steps.value(scale.getSelection()))));
    return field;
  }

  private static void setText(Text text, String value) {
    if (!text.getText().strip().equals(value)) {
      text.setText(value);
    }
  }

  private static Field flag(Composite parent, PlanModel model, String path, Parameter p) {
    label(parent, p);
    Button check = new Button(parent, SWT.CHECK);
    GridDataFactory.fillDefaults().span(2, 1).indent(8, 0).applyTo(check);
    hintLabel(parent, p);
    name(check, p);
    Field field =
        new Field(
            model,
            path,
            check,
            plan ->
                check.setSelection(
                    (plan.has(path) ? plan.value(path) : p.defaultValue()).equals("true")));
    check.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> field.write(check.getSelection())));
    return field;
  }

  private static Field choice(Composite parent, PlanModel model, String path, Parameter p) {
    label(parent, p);
    Combo combo = new Combo(parent, SWT.READ_ONLY);
    combo.setItems(p.choices().toArray(String[]::new));
    GridDataFactory.fillDefaults().span(2, 1).indent(8, 0).applyTo(combo);
    hintLabel(parent, p);
    name(combo, p);
    Field field =
        new Field(
            model,
            path,
            combo,
            plan -> {
              String value = plan.has(path) ? plan.value(path) : p.defaultValue();
              if (combo.indexOf(value) < 0) {
                combo.add(value); // shown as it is written; the mark says what is wrong with it
              }
              combo.select(combo.indexOf(value));
            });
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> field.write(combo.getText())));
    return field;
  }

  /** A list of plain words, such as seeds. */
  static Field words(Composite parent, PlanModel model, String path, Parameter p) {
    label(parent, p);
    Text text = box(parent, p);
    Field field =
        new Field(
            model,
            path,
            text,
            plan -> {
              List<String> shown = split(text.getText());
              List<String> words = new ArrayList<>();
              for (int i = 0; i < plan.size(path); i++) {
                words.add(plan.value(path + "[" + i + "]"));
              }
              if (!shown.equals(words)) {
                text.setText(String.join(", ", words));
              }
            });
    text.addModifyListener(
        e -> {
          List<String> words = split(text.getText());
          field.write(words.isEmpty() ? "" : words);
        });
    return field;
  }

  private static List<String> split(String words) {
    return Stream.of(words.split("[,;\\s]+")).filter(w -> !w.isEmpty()).toList();
  }

  /** One of two numbers that stand in a list, such as a size. Both are there, or none. */
  static Field item(Composite parent, PlanModel model, String list, int index, Parameter p) {
    label(parent, p);
    Text text = box(parent, p);
    String path = list + "[" + index + "]";
    Field field = new Field(model, path, text, plan -> setText(text, plan.value(path)));
    text.addModifyListener(
        e -> {
          String value = text.getText().strip();
          if (field.refreshing) {
            return;
          }
          model.edit(
              path,
              t ->
                  value.isEmpty()
                      ? t.without(list)
                      : t.has(path) ? t.with(path, value) : t.with(list, List.of(value, value)));
        });
    return field;
  }

  /** A value, and after it what its row has to say of it, or room for a button. */
  private static Text box(Composite parent, Parameter p) {
    boolean hinted = !isPath(p) && !hint(p).isEmpty();
    boolean number = p.type().equals("integer") || p.type().equals("number");
    Text text = new Text(parent, number ? SWT.BORDER | SWT.RIGHT : SWT.BORDER);
    text.setMessage(p.defaultValue());
    GridDataFactory.fillDefaults()
        .align(number ? SWT.BEGINNING : SWT.FILL, SWT.CENTER)
        .grab(!number, false)
        .span(hinted || isPath(p) ? 2 : 3, 1)
        .hint(number ? NUMBER_WIDTH : SWT.DEFAULT, SWT.DEFAULT)
        .indent(8, 0)
        .applyTo(text);
    name(text, p);
    if (hinted) {
      hintLabel(parent, p);
    }
    return text;
  }

  private static boolean isPath(Parameter p) {
    return p.type().equals("file") || p.type().equals("folder");
  }

  private static Field text(Composite parent, PlanModel model, String path, Parameter p) {
    label(parent, p);
    Text text = box(parent, p);
    Field field = new Field(model, path, text, plan -> setText(text, plan.value(path)));
    text.addModifyListener(e -> field.write(text.getText().strip()));
    if (isPath(p)) {
      boolean folder = p.type().equals("folder");
      Button browse = new Button(parent, SWT.PUSH);
      browse.setText("Browse …");
      browse.setToolTipText("Choose a " + p.type() + " for " + p.name());
      browse.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                String chosen =
                    PathDialog.open(parent.getShell(), p.name(), folder, text.getText());
                if (chosen != null) {
                  text.setText(chosen);
                }
              }));
    }
    return field;
  }
}
