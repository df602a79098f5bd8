package org.pentimento.workbench.look;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.w3c.dom.css.CSSValue;

/**
 * The style sheet property {@code pentimento-disabled-colour}: the text colour of a control while
 * it is disabled. A theme that sets a text colour needs it, because that colour also hides the
 * toolkit's own for disabled controls. {@code none} leaves the colour to the toolkit.
 */
public final class DisabledColour implements ICSSPropertyHandler {
  /** Key of the colour in a control's data; no colour leaves it to the toolkit. */
  private static final String DISABLED = DisabledColour.class.getName();

  private static final String ENABLED = DISABLED + ".otherwise";
  private static final Listener LISTENER = DisabledColour::paint;

  @Override
  public boolean applyCSSProperty(
      Object element, String property, CSSValue value, String pseudo, CSSEngine engine)
      throws Exception {
    if (!(element instanceof WidgetElement widget)
        || !(widget.getNativeWidget() instanceof Control control)) {
      return false;
    }
    control.removeListener(SWT.Paint, LISTENER);
    if (value.getCssText().equals("none")) {
      control.setData(DISABLED, null);
    } else {
      control.setData(DISABLED, engine.convert(value, Color.class, control.getDisplay()));
      control.addListener(SWT.Paint, LISTENER); // SWT has no event for being enabled or disabled
    }
    return true;
  }

  private static void paint(Event event) {
    Control control = (Control) event.widget;
    Object disabled = control.getData(DISABLED);
    boolean pale = control.getForeground().equals(disabled);
    if (!control.isEnabled() && !pale) {
      control.setData(ENABLED, control.getForeground());
      control.setForeground((Color) disabled);
    } else if (control.isEnabled() && pale) {
      control.setForeground((Color) control.getData(ENABLED));
    }
  }
}
