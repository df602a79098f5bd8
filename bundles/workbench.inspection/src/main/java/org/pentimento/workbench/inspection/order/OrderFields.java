package org.pentimento.workbench.inspection.order;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Fields that wizards of inspections and self-tests share; each is a row of a grid of two. */
final class OrderFields {
  private static final double MOST_PERCENT = 50;

  private OrderFields() {}

  static Text text(Composite box, String label, String first, String tip) {
    label(box, label);
    Text text = new Text(box, SWT.BORDER);
    text.setText(first);
    text.setToolTipText(tip);
    GridDataFactory.fillDefaults().grab(true, false).hint(220, SWT.DEFAULT).applyTo(text);
    return text;
  }

  static Combo choice(Composite box, String label, String tip) {
    label(box, label);
    Combo combo = new Combo(box, SWT.READ_ONLY);
    combo.setToolTipText(tip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
    return combo;
  }

  private static void label(Composite box, String words) {
    Label label = new Label(box, SWT.NONE);
    label.setText(words);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
  }

  /** Something to read across both columns, in as many lines as it takes. */
  static Label prose(Composite box) {
    Label prose = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(320, SWT.DEFAULT)
        .applyTo(prose);
    return prose;
  }

  /** A share that was given as a percentage; null if it is none that can be asked for. */
  static @Nullable Double share(Text percent) {
    try {
      double value = Double.parseDouble(percent.getText().strip().replaceFirst("\\s*%$", ""));
      return value > 0 && value <= MOST_PERCENT ? value / 100 : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** How many at the most, 0 for all if nothing is typed, -1 if that is no number. */
  static int most(Text text) {
    if (text.getText().isBlank()) {
      return 0;
    }
    Long number = whole(text);
    return number == null || number < 1 || number > Integer.MAX_VALUE ? -1 : number.intValue();
  }

  /** A whole number; null if it is none. */
  static @Nullable Long whole(Text text) {
    try {
      return Long.parseLong(text.getText().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
