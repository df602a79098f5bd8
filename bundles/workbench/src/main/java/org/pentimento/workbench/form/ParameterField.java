package org.pentimento.workbench.form;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Parameter;

/** A value of a {@link ParameterForm} and the widget that it is set with. */
final class ParameterField {
  private final Parameter parameter;
  private final ParameterValues values;
  private final Control control;
  private final Consumer<String> show;
  private final ControlDecoration mark;
  private @Nullable String shown;
  private boolean showing;
  private boolean writing;

  ParameterField(
      Parameter parameter, ParameterValues values, Control control, Consumer<String> show) {
    this.parameter = parameter;
    this.values = values;
    this.control = control;
    this.show = show;
    mark = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
    mark.setImage(
        FieldDecorationRegistry.getDefault()
            .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
            .getImage());
    mark.setMarginWidth(2);
    mark.hide();
  }

  /**
   * Shows the value if it is another one than before. What a person is typing stays as it is typed,
   * even where it is kept in another way.
   */
  void refresh() {
    String value = values.get(parameter.id());
    if (!writing && !value.equals(shown)) {
      shown = value;
      showing = true;
      try {
        show.accept(value);
      } finally {
        showing = false;
      }
    }
  }

  /** Keeps what a person has set. */
  void write(String value) {
    if (showing) {
      return;
    }
    writing = true;
    try {
      values.set(parameter.id(), value);
    } finally {
      writing = false;
    }
    shown = values.get(parameter.id());
    mark();
  }

  Optional<String> problem() {
    return values.problem(parameter.id());
  }

  void mark() {
    problem()
        .ifPresentOrElse(
            words -> {
              mark.setDescriptionText(words);
              mark.show();
            },
            mark::hide);
  }

  /** Marks the field and puts the focus into it, if its value is wrong. */
  boolean focusIfWrong() {
    if (problem().isEmpty()) {
      return false;
    }
    mark();
    control.setFocus();
    return true;
  }

  void setFocus() {
    control.setFocus();
  }
}
