package org.pentimento.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Parameter;
import org.pentimento.workbench.look.SecondaryText;

/**
 * Makes the widgets of a row: name, value, slider, what is allowed.
 *
 * @param standard what counts while there is no value; empty if nothing does
 */
record ParameterRow(
    ParameterForm form, Parameter parameter, String standard, ParameterValues values) {
  private static final int LONGEST_CHOICE = 45;
  private static final int NUMBER_WIDTH = 86;

  /** Adds the row to its form. */
  ParameterField make() {
    ParameterField field =
        switch (parameter.type()) {
          case INTEGER, NUMBER -> number();
          case FLAG -> flag();
          case CHOICE -> choice();
          case TEXT, COMMAND -> text();
          case FILE, FOLDER -> path();
        };
    field.refresh();
    return field;
  }

  private Composite box() {
    return form.control();
  }

  private boolean isWhole() {
    return parameter.type() == Parameter.Type.INTEGER;
  }

  private boolean hasSlider() {
    return SliderSteps.suit(parameter.minimum(), parameter.maximum(), isWhole());
  }

  private ParameterField number() {
    if (!hasSlider()) {
      return text();
    }
    caption();
    Text text = new Text(box(), SWT.BORDER | SWT.RIGHT);
    text.setMessage(plain(standard));
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .hint(NUMBER_WIDTH, SWT.DEFAULT)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(text);
    Scale scale = new Scale(box(), SWT.HORIZONTAL);
    SliderSteps steps = SliderSteps.of(parameter.minimum(), parameter.maximum(), isWhole());
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
    hint();
    name(text);
    name(scale);
    ParameterField field = new ParameterField(parameter, values, text, text::setText);
    text.addModifyListener(
        e -> {
          String value = text.getText().strip();
          move(scale, steps, value.isEmpty() ? standard : value);
          field.write(value);
        });
    move(scale, steps, standard);
    scale.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> text.setText(steps.value(scale.getSelection()))));
    return field;
  }

  private static void move(Scale scale, SliderSteps steps, String value) {
    @Nullable Double number = PlainNumbers.parse(value);
    if (number != null && !steps.value(scale.getSelection()).equals(value)) {
      scale.setSelection(steps.index(number));
    }
  }

  private ParameterField flag() {
    caption();
    Button check = new Button(box(), SWT.CHECK);
    GridDataFactory.fillDefaults().span(2, 1).indent(ParameterForm.INDENT, 0).applyTo(check);
    hint();
    name(check);
    ParameterField field =
        new ParameterField(
            parameter,
            values,
            check,
            value -> check.setSelection((value.isEmpty() ? standard : value).equals("true")));
    check.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> field.write(Boolean.toString(check.getSelection()))));
    return field;
  }

  private ParameterField choice() {
    caption();
    Combo combo = new Combo(box(), SWT.READ_ONLY);
    List<String> choices = new ArrayList<>(parameter.choices());
    combo.setItems(choices.stream().map(this::words).toArray(String[]::new));
    GridDataFactory.fillDefaults().span(2, 1).indent(ParameterForm.INDENT, 0).applyTo(combo);
    hint();
    name(combo);
    ParameterField field =
        new ParameterField(
            parameter,
            values,
            combo,
            value -> {
              String word = value.isEmpty() ? standard : value;
              if (!choices.contains(word)) {
                choices.add(word);
                combo.add(word); // shown as it is written; the mark says what is wrong with it
              }
              combo.select(choices.indexOf(word));
            });
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> field.write(choices.get(combo.getSelectionIndex()))));
    return field;
  }

  /** A choice in words where the parameter's help has them, as in “nchw: channel by channel”. */
  private String words(String choice) {
    Matcher said =
        Pattern.compile("\\b" + Pattern.quote(choice) + ": ([^;.]+)").matcher(parameter.help());
    return said.find() && said.group(1).length() <= LONGEST_CHOICE ? said.group(1) : choice;
  }

  private ParameterField text() {
    caption();
    boolean number =
        parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.NUMBER;
    boolean hinted = !hintWords().isEmpty();
    Text text = new Text(box(), number ? SWT.BORDER | SWT.RIGHT : SWT.BORDER);
    text.setMessage(standard.isEmpty() && !number ? parameter.help() : plain(standard));
    GridDataFactory.fillDefaults()
        .align(number ? SWT.BEGINNING : SWT.FILL, SWT.CENTER)
        .grab(!number, false)
        .span(hinted ? 2 : 3, 1)
        .hint(NUMBER_WIDTH, SWT.DEFAULT)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(text);
    name(text);
    if (hinted) {
      hint();
    }
    return typed(text);
  }

  private ParameterField path() {
    caption();
    Text text = new Text(box(), SWT.BORDER);
    text.setMessage(parameter.help());
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .span(2, 1)
        .hint(NUMBER_WIDTH, SWT.DEFAULT)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(text);
    name(text);
    boolean folder = parameter.type() == Parameter.Type.FOLDER;
    Button browse = new Button(box(), SWT.PUSH);
    browse.setText("Browse …");
    browse.setToolTipText("Choose a " + (folder ? "folder" : "file") + " for " + title());
    browse.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              String chosen =
                  PathDialog.open(text.getShell(), title(), folder, text.getText().strip());
              if (chosen != null) {
                text.setText(chosen);
              }
            }));
    return typed(text);
  }

  private ParameterField typed(Text text) {
    ParameterField field = new ParameterField(parameter, values, text, text::setText);
    text.addModifyListener(e -> field.write(text.getText().strip()));
    return field;
  }

  private String title() {
    return parameter.name().isEmpty() ? parameter.id() : parameter.name();
  }

  private void caption() {
    form.addCaption(title() + ":").setToolTipText(parameter.help());
  }

  private void hint() {
    Label hint = new Label(box(), SWT.NONE);
    hint.setText(hintWords().replace("&", "&&"));
    hint.setToolTipText(parameter.help());
    SecondaryText.colour(hint);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(hint);
  }

  /** Range and unit of a number, unless the range is so wide that it tells nothing; the default. */
  private String hintWords() {
    String usual = standard.isEmpty() ? "" : "default " + plain(standard);
    boolean ranged =
        switch (parameter.type()) {
          case INTEGER, NUMBER -> hasSlider();
          case FLAG, CHOICE, TEXT, COMMAND, FILE, FOLDER -> false;
        };
    if (!ranged) {
      return usual;
    }
    String range =
        PlainNumbers.words(parameter.minimum())
            + " to "
            + PlainNumbers.words(parameter.maximum())
            + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
    return usual.isEmpty() ? range : range + "\n" + usual;
  }

  private static String plain(String value) {
    return value.replaceFirst("\\.0$", "");
  }

  private void name(Control control) {
    control.setToolTipText(parameter.help());
    control
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = title();
              }

              @Override
              public void getHelp(AccessibleEvent e) {
                e.result = parameter.help();
              }
            });
  }
}
