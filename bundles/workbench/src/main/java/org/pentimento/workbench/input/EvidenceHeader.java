package org.pentimento.workbench.input;

import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.pentimento.workbench.cases.OpenCases;

/**
 * What stands above all pages of an editor of evidence: its name, its state, a message with a
 * button, and a choice of what the pages show.
 */
public final class EvidenceHeader {
  /** In a narrower editor the choice stands below the state, which it would squeeze otherwise. */
  private static final int BESIDE_FROM = 720;

  private final Composite box;
  private final Label facts;
  private final Combo choices;
  private final Composite bar;
  private final Label message;
  private final Button button;
  private Runnable remedy = () -> {};

  /**
   * A head that says that it is being read.
   *
   * @param shown whose name stands above, also when it is given another one
   * @param choice what is chosen by the choice; it is not seen before there is something to choose
   * @param chosen called with the place of what was chosen
   */
  public EvidenceHeader(Composite parent, CaseInput shown, String choice, IntConsumer chosen) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 8).spacing(12, 4).numColumns(2).applyTo(box);
    Label title = new Label(box, SWT.NONE);
    title.setFont(JFaceResources.getHeaderFont());
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable name =
        () -> {
          if (!title.isDisposed()) {
            title.setText(plain(shown.heading()));
          }
        };
    name.run();
    Display display = parent.getDisplay();
    Runnable changed = () -> display.asyncExec(name);
    cases.addListener(changed);
    box.addDisposeListener(e -> cases.removeListener(changed));
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(title);
    facts = new Label(box, SWT.WRAP);
    facts.setText("Reading …");
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(200, SWT.DEFAULT)
        .applyTo(facts);
    choices = new Combo(box, SWT.READ_ONLY);
    choices.setToolTipText(choice);
    choices.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> chosen.accept(choices.getSelectionIndex())));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).exclude(true).applyTo(choices);
    choices.setVisible(false);

    bar = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).applyTo(bar);
    Label icon = new Label(bar, SWT.NONE);
    icon.setImage(JFaceResources.getImage(Dialog.DLG_IMG_MESSAGE_WARNING));
    message = new Label(bar, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(200, SWT.DEFAULT)
        .applyTo(message);
    button = new Button(bar, SWT.PUSH);
    GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> remedy.run()));
    bar.setVisible(false);
    box.addListener(SWT.Resize, e -> arrange(box.getClientArea().width >= BESIDE_FROM));
  }

  private void arrange(boolean beside) {
    GridData state = (GridData) facts.getLayoutData();
    int span = beside ? 1 : 2;
    if (state.horizontalSpan != span) {
      state.horizontalSpan = span;
      GridData choice = (GridData) choices.getLayoutData();
      choice.horizontalSpan = span;
      choice.horizontalAlignment = beside ? SWT.END : SWT.BEGINNING;
      layout();
    }
  }

  private static String plain(String text) {
    return text.replace("&", "&&");
  }

  /** The control to lay out. */
  public Composite control() {
    return box;
  }

  /**
   * Says what is shown and in what state it is.
   *
   * @param more for the tooltip, or empty
   */
  public void tell(String text, String more) {
    facts.setText(plain(text));
    facts.setToolTipText(more.isEmpty() ? null : plain(more));
    layout();
  }

  /** Says what is wrong; an empty text says that nothing is. */
  public void warn(String text) {
    warn(text, "", () -> {});
  }

  /**
   * Says what is wrong, with a button that mends it.
   *
   * @param label of the button; without one if it is empty
   */
  public void warn(String text, String label, Runnable work) {
    message.setText(plain(text));
    remedy = work;
    button.setText(label);
    button.setEnabled(true);
    show(button, !label.isEmpty());
    show(bar, !text.isEmpty());
    layout();
  }

  /** Says what the button has started, and disables it. */
  public void busy(String text) {
    message.setText(plain(text));
    button.setEnabled(false);
    layout();
  }

  /** Offers something to choose, if there is more than one thing. */
  public void choices(List<String> names, int selected) {
    choices.setItems(names.toArray(String[]::new));
    choices.select(selected);
    show(choices, names.size() > 1);
    layout();
  }

  private static void show(Control control, boolean visible) {
    ((GridData) control.getLayoutData()).exclude = !visible;
    control.setVisible(visible);
  }

  private void layout() {
    box.getParent().layout(true, true);
  }
}
