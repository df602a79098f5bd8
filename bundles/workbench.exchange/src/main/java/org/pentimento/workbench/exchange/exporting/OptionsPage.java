package org.pentimento.workbench.exchange.exporting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.preferences.DialogFolders;

/** The page with the options of an export, and where to write it. */
final class OptionsPage extends WizardPage {
  private static final int PAUSE_MS = 200;
  private static final String ONNX = ".onnx";

  private final String base;
  private final Map<ExportKind, Part> parts = new EnumMap<>(ExportKind.class);
  private final Runnable look = this::look;
  private @Nullable Form form;
  private OpenCase.@Nullable Read read;
  private ExportKind what = ExportKind.REPORT;
  private boolean named;
  private @Nullable String trouble;

  /** The fields of one kind of export. */
  interface Part {
    /** The control with the fields. */
    Control control();

    /** Shows what the case has. */
    void show(OpenCase.Read read);

    /** What is wrong or missing, null if nothing is. */
    @Nullable String problem();
  }

  private record Form(Composite stack, StackLayout layout, Label title, Text out) {}

  OptionsPage(String base) {
    super("options", "Export", null);
    this.base = base;
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(box);
    Composite stack = new Composite(box, SWT.NONE);
    StackLayout layout = new StackLayout();
    stack.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(stack);
    parts.put(ExportKind.REPORT, new ReportPart(stack, this::validate));
    parts.put(ExportKind.TABLES, new RunsPart(stack, false, this::validate));
    parts.put(ExportKind.CHARTS, new RunsPart(stack, true, this::validate));
    parts.put(ExportKind.MODEL, new ModelPart(stack, this::validate));
    parts.put(ExportKind.COPY, new CopyPart(stack, this::validate));
    Label title = new Label(box, SWT.NONE);
    title.setText("&Write to folder:");
    Text out = new Text(box, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(out);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("&Browse …");
    form = new Form(stack, layout, title, out);
    out.addModifyListener(
        e -> {
          named = true;
          validate();
          getShell().getDisplay().timerExec(PAUSE_MS, look);
        });
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse(out)));
    setControl(box);
    follow();
  }

  private void browse(Text out) {
    if (what == ExportKind.MODEL) {
      FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
      dialog.setText("Export");
      dialog.setFilterPath(base);
      dialog.setFilterExtensions(new String[] {"*" + ONNX, "*"});
      String chosen = dialog.open();
      if (chosen != null) {
        out.setText(chosen);
      }
      return;
    }
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
    dialog.setText("Export");
    dialog.setFilterPath(base);
    String chosen = dialog.open();
    if (chosen != null) {
      out.setText(chosen);
    }
  }

  /** Shows the fields for what was chosen. */
  void show(OpenCase.@Nullable Read chosen, ExportKind kind) {
    boolean other = chosen != read || kind != what;
    read = chosen;
    what = kind;
    if (other) {
      named = false;
    }
    follow();
  }

  private void follow() {
    Part part = parts.get(what);
    if (form == null || read == null || part == null) {
      return;
    }
    setTitle(what.title().replace("&", ""));
    setDescription(what.help());
    part.show(read);
    form.title().setText(what == ExportKind.MODEL ? "&Write to file:" : "&Write to folder:");
    form.title().requestLayout();
    form.layout().topControl = part.control();
    form.stack().layout();
    if (!named) {
      form.out().setText(proposal(read));
      named = false;
    }
    look();
    validate();
  }

  private String proposal(OpenCase.Read of) {
    String ending =
        switch (what) {
          case REPORT -> "-report";
          case TABLES -> "-tables";
          case CHARTS -> "-charts";
          case MODEL -> ONNX;
          case COPY -> "-poisoned";
        };
    Path folder =
        base.equals(System.getProperty("user.home", ""))
            ? of.folder().resolveSibling(of.name() + ending)
            : Path.of(base).resolve(of.name() + ending);
    return folder.toString();
  }

  /** Looks in the background whether the folder can be written to. */
  private void look() {
    if (form == null || form.out().isDisposed()) {
      return;
    }
    String folder = form.out().getText().strip();
    ExportKind kind = what;
    Display display = form.out().getDisplay();
    Job.createSystem(
            "Looking at a folder",
            (ICoreRunnable)
                monitor -> {
                  String seen = trouble(folder, kind);
                  display.asyncExec(
                      () -> {
                        if (form != null
                            && !form.out().isDisposed()
                            && form.out().getText().strip().equals(folder)) {
                          trouble = seen;
                          validate();
                        }
                      });
                })
        .schedule();
  }

  static @Nullable String trouble(String folder, ExportKind what) {
    Path path;
    try {
      path = Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return "This is no path: " + e.getReason() + ".";
    }
    if (what == ExportKind.MODEL && Files.exists(path)) {
      return path + " exists already. Give another name.";
    }
    if (what == ExportKind.COPY && Files.exists(path)) {
      return path
          + " exists already. A poisoned copy needs a folder of its own; give another name.";
    }
    if (Files.exists(path) && !Files.isDirectory(path)) {
      return path + " is a file. Name a folder.";
    }
    Path there = path;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null || !Files.isWritable(there)
        ? "You may not write to " + path + ". Choose another folder."
        : null;
  }

  private void validate() {
    Part part = parts.get(what);
    if (form == null || part == null) {
      return;
    }
    String problem =
        form.out().getText().isBlank()
            ? what == ExportKind.MODEL ? "Name the file to write." : "Name the folder to write to."
            : part.problem();
    problem = problem == null ? trouble : problem;
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }

  Path out() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return Path.of(form.out().getText().strip()).toAbsolutePath().normalize();
  }

  /** Whether the folder that was named has something in it. */
  boolean isFilled() {
    String[] names = out().toFile().list();
    return names != null && names.length > 0;
  }

  <T extends Part> T part(ExportKind kind, Class<T> type) {
    Part part = parts.get(kind);
    if (part == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return type.cast(part);
  }

  /** The folder of the last export, or the one of the preferences. */
  static String base(List<String> remembered) {
    return remembered.isEmpty() ? DialogFolders.exports().toString() : remembered.get(0);
  }
}
