package org.pentimento.workbench.preferences;

import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.platform.Platform;

/** The preference page for what child processes may use of this machine. */
public final class ProcessesPage extends PreferencePage implements IWorkbenchPreferencePage {
  private static final int DEFAULT_CACHE = 512;

  private @Nullable Form form;

  /**
   * The fields.
   *
   * @param machine bytes of the machine's memory
   */
  private record Form(
      long machine,
      Combo device,
      Spinner threads,
      Spinner memory,
      Label bytes,
      Button automatic,
      Spinner cache) {
    void show(ChildSettings settings) {
      device.setText(settings.device());
      threads.setSelection(settings.threads());
      memory.setSelection(settings.memory());
      automatic.setSelection(settings.cache() == 0);
      cache.setSelection(settings.cache() == 0 ? DEFAULT_CACHE : settings.cache());
      follow();
    }

    void follow() {
      cache.setEnabled(!automatic.getSelection());
      double share = machine * (memory.getSelection() / 100.0);
      bytes.setText(String.format(Locale.ROOT, "%% of this machine: %.1f GiB", share / (1 << 30)));
      bytes.requestLayout();
    }

    ChildSettings settings() {
      return new ChildSettings(
          device.getText().strip(),
          threads.getSelection(),
          memory.getSelection(),
          automatic.getSelection() ? 0 : cache.getSelection());
    }
  }

  @Override
  public void init(IWorkbench workbench) {
    setDescription(
        "Audits, imports and previews run in processes of their own. What is set here counts from"
            + " the next process on.");
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(0, 6).spacing(8, 8).applyTo(box);
    label(box, "&Device:");
    Combo device = new Combo(box, SWT.DROP_DOWN);
    device.setItems("auto", "cpu", "cuda:0");
    device.setToolTipText("For plans that name no device");
    GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(device);
    note(box, "For plans that name none: auto, cpu or cuda:N");
    label(box, "&Threads:");
    Spinner threads =
        spinner(box, 1, 1024, "How many threads a process computes with, unless its plan says so");
    note(box, "of " + ChildSettings.cores() + " cores, for plans that name none");
    label(box, "&Memory:");
    Spinner memory = spinner(box, 10, 95, "Share of the machine's memory in percent");
    Label bytes = note(box, "");
    label(box, "Image &cache:");
    Spinner cache = spinner(box, 16, 1 << 20, "Memory for decoded images in MiB");
    note(box, "MiB, at most half of a process's heap");
    new Label(box, SWT.NONE);
    Button automatic = new Button(box, SWT.CHECK);
    automatic.setText("&Automatic: a third of the heap");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(automatic);
    long machine = PlatformUI.getWorkbench().getService(Platform.class).memory();
    Form created = new Form(machine, device, threads, memory, bytes, automatic, cache);
    form = created;
    created.show(ChildSettings.current());
    memory.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> created.follow()));
    memory.addModifyListener(e -> created.follow());
    automatic.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> created.follow()));
    device.addModifyListener(e -> check(created));
    return box;
  }

  private void check(Form fields) {
    boolean known = fields.settings().device().matches("auto|cpu|cuda:\\d{1,3}");
    setErrorMessage(known ? null : "The device is auto, cpu or cuda:N, such as cuda:0.");
    setValid(known);
  }

  private static void label(Composite box, String text) {
    new Label(box, SWT.NONE).setText(text);
  }

  private static Label note(Composite box, String text) {
    Label note = new Label(box, SWT.NONE);
    note.setText(text);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
    return note;
  }

  private static Spinner spinner(Composite box, int least, int most, String tip) {
    Spinner spinner = new Spinner(box, SWT.BORDER);
    spinner.setMinimum(least);
    spinner.setMaximum(most);
    spinner.setToolTipText(tip);
    GridDataFactory.fillDefaults().hint(90, SWT.DEFAULT).applyTo(spinner);
    return spinner;
  }

  @Override
  protected void performDefaults() {
    if (form != null) {
      form.show(ChildSettings.defaults());
    }
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    if (form == null) {
      return true;
    }
    ChildSettings wanted = form.settings();
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(ChildSettings.NODE);
    node.put(ChildSettings.DEVICE, wanted.device());
    node.putInt(ChildSettings.THREADS, wanted.threads());
    node.putInt(ChildSettings.MEMORY, wanted.memory());
    node.putInt(ChildSettings.CACHE, wanted.cache());
    try {
      node.flush();
      return true;
    } catch (BackingStoreException e) {
      setErrorMessage("The preferences cannot be kept: " + e.getMessage());
      return false;
    }
  }
}
