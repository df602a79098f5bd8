package org.pentimento.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pentimento.api.extension.Parameter;
import org.pentimento.workbench.look.SecondaryText;

/**
 * Fields for parameters, made from what an extension says of them: a row of four columns each, with
 * name, value, slider, and the values that are allowed. What a person types is kept at once, right
 * or wrong; what is wrong is marked. Callers may put rows of their own between.
 */
public final class ParameterForm {
  /** How many columns a row has. */
  public static final int COLUMNS = 4;

  /** How far a value stands from its name, so that there is room for the mark of an error. */
  public static final int INDENT = 8;

  private static final int CAPTION_CHARACTERS = 14;

  private final Composite box;
  private final List<ParameterField> fields = new ArrayList<>();

  /**
   * A form without fields.
   *
   * @param parent with a grid layout
   */
  public ParameterForm(Composite parent) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(8, 4).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
  }

  /** What holds the rows: a grid of {@link #COLUMNS} columns. */
  public Composite control() {
    return box;
  }

  /** Removes all rows. */
  public void clear() {
    fields.clear();
    for (Control child : box.getChildren()) {
      child.dispose();
    }
  }

  /** Removes all rows and adds one for each parameter of an extension. */
  public void show(SettingValues values) {
    clear();
    values.parameters().forEach(p -> add(p, values));
    box.requestLayout();
  }

  /** Adds a row for a parameter. While it has no value, the field shows its default. */
  public void add(Parameter parameter, ParameterValues values) {
    add(parameter, String.valueOf(parameter.defaultValue()), values);
  }

  /** Adds a row for a parameter whose default counts for nothing: without a value it is not set. */
  public void addWithoutDefault(Parameter parameter, ParameterValues values) {
    add(parameter, "", values);
  }

  private void add(Parameter parameter, String standard, ParameterValues values) {
    fields.add(new ParameterRow(this, parameter, standard, values).make());
  }

  /** Adds what stands before a value, as wide as most, so that the values of all forms line up. */
  public Label addCaption(String text) {
    Label label = new Label(box, SWT.NONE);
    label.setText(text.replace("&", "&&"));
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

  /** Adds a row with something to read, in as many lines as it takes. */
  public Label addProse(String text) {
    Label label = new Label(box, SWT.WRAP);
    label.setText(text.replace("&", "&&"));
    SecondaryText.colour(label);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(COLUMNS, 1)
        .hint(240, SWT.DEFAULT)
        .applyTo(label);
    return label;
  }

  /** Whether there is nothing to set. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Brings the fields in step with values that changed elsewhere. */
  public void refresh() {
    fields.forEach(ParameterField::refresh);
  }

  /**
   * Puts the focus into the first field whose value is wrong.
   *
   * @return false if there is none
   */
  public boolean focusWrong() {
    return fields.stream().anyMatch(ParameterField::focusIfWrong);
  }

  /** Marks the fields whose values are wrong. */
  public void mark() {
    fields.forEach(ParameterField::mark);
  }

  /** What is wrong with the first value that is wrong, as a sentence; empty if none is. */
  public Optional<String> problem() {
    return fields.stream().flatMap(f -> f.problem().stream()).findFirst();
  }

  /** Lets nothing be changed until the rows are made anew. */
  public void lock() {
    for (Control child : box.getChildren()) {
      child.setEnabled(child instanceof Label);
    }
  }

  /** Puts the caret into the first field. */
  public void setFocus() {
    if (!fields.isEmpty()) {
      fields.get(0).setFocus();
    }
  }
}
