package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.Named;
import org.pentimento.workbench.selection.NamedThing;

/** The form of a name by which something recorded is shown. */
final class NameForm implements EntryDialog.Form {
  private final NamedThing thing;
  private final String recorded;
  private final String shown;
  private @Nullable Text name;

  NameForm(NamedThing thing, String recorded) {
    this.thing = thing;
    this.recorded = recorded;
    shown = thing.shown(recorded);
  }

  @Override
  public void make(Composite box, Runnable changed) {
    Label was = new Label(box, SWT.WRAP);
    was.setText(("Recorded as: " + recorded).replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).hint(440, SWT.DEFAULT).applyTo(was);
    new Label(box, SWT.NONE).setText("&Shown as:");
    Text field = new Text(box, SWT.BORDER | SWT.SINGLE);
    field.setTextLimit(Named.LONGEST);
    field.setText(shown);
    field.selectAll();
    field.setMessage(recorded);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
    field.addModifyListener(e -> changed.run());
    name = field;
    field.setFocus();
  }

  /** Empty for the recorded name. */
  private String chosen() {
    String typed = name == null ? shown : name.getText().strip();
    return typed.equals(recorded) ? "" : typed;
  }

  @Override
  public String problem() {
    return chosen().equals(shown.equals(recorded) ? "" : shown)
        ? "Type another name, or nothing for the recorded one."
        : "";
  }

  @Override
  public Path caseFolder() {
    return thing.caseFolder();
  }

  @Override
  public List<CaseEvent> events() {
    return List.of(new Named(thing.thing(), chosen()));
  }
}
