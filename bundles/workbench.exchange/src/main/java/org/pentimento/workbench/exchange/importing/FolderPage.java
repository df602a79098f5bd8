package org.pentimento.workbench.exchange.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.question.ImportQuestion.Recognised;
import org.pentimento.protocol.question.ImportQuestion.RecognisedFormat;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.PathDialog;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.form.SettingValues;
import org.pentimento.workbench.preview.Previews;

/** The page that asks for folder or file, its format, and how to read it. */
final class FolderPage extends WizardPage {
  private static final int PAUSE_MS = 300;

  private final ImportKind origin;
  private final Previews previews;
  private final List<String> history;
  private final String first;
  private final Runnable chosen;
  private @Nullable Form form;
  private @Nullable CompletableFuture<Recognised> asked;
  private final List<RecognisedFormat> formats = new ArrayList<>();
  private final Runnable ask = this::ask;
  private String problem = "";
  private @Nullable SettingValues settings;

  /**
   * A page.
   *
   * @param history what was imported before
   * @param first path to begin with, or empty
   * @param chosen called whenever path, format or settings change
   */
  FolderPage(
      ImportKind origin, Previews previews, List<String> history, String first, Runnable chosen) {
    super("folder", "Import a " + origin.word(), null);
    setDescription(origin.description());
    this.origin = origin;
    this.previews = previews;
    this.history = history;
    this.first = first;
    this.chosen = chosen;
    setPageComplete(false);
  }

  /** The fields. */
  private record Form(
      Combo folder, Combo layout, Label about, ScrolledForm scrolled, ParameterForm settings) {}

  private static String title(RecognisedFormat format) {
    String name = format.descriptor().name();
    if (format.layout().isEmpty()) {
      return name + " (not recognised)";
    }
    String title = name + ": " + format.layout();
    Double sure = format.confidence();
    return sure == null
        ? title
        : String.format(Locale.ROOT, "%s (%.0f %% sure)", title, 100 * sure);
  }

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  String folder() {
    return form().folder().getText().strip();
  }

  /** The format that is chosen, null while there is none. */
  @Nullable RecognisedFormat format() {
    int index = form().layout().getSelectionIndex();
    return index < 0 || index >= formats.size() ? null : formats.get(index);
  }

  /** How the chosen format reads; null while none is chosen. */
  @Nullable SettingValues settings() {
    return settings;
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(box);
    new Label(box, SWT.NONE).setText(origin.pathLabel());
    Combo folder = new Combo(box, SWT.DROP_DOWN);
    folder.setItems(history.toArray(String[]::new));
    folder.setText(first);
    GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(folder);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("&Browse …");
    new Label(box, SWT.NONE).setText(origin.formatLabel());
    Combo layout = new Combo(box, SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(layout);
    new Label(box, SWT.NONE);
    Label about = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(360, 40).applyTo(about);
    new Label(box, SWT.NONE);
    ScrolledForm scrolled = new ScrolledForm(box);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(scrolled.control());
    GridLayoutFactory.fillDefaults().applyTo(scrolled.content());
    form = new Form(folder, layout, about, scrolled, new ParameterForm(scrolled.content()));
    layout.setEnabled(false);
    folder.addModifyListener(e -> later());
    layout.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              problem = "";
              showFormat();
            }));
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse(folder)));
    takeDrops(box, folder);
    setControl(box);
    if (!first.isEmpty()) {
      ask();
    }
  }

  private void browse(Combo folder) {
    boolean model = origin == ImportKind.MODEL;
    String picked =
        PathDialog.open(getShell(), model ? "Model" : "Data Set", !model, folder.getText());
    if (picked != null) {
      folder.setText(picked);
    }
  }

  private static void takeDrops(Composite box, Combo folder) {
    DropTarget target = new DropTarget(box, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
    target.setTransfer(FileTransfer.getInstance());
    target.addDropListener(
        new DropTargetAdapter() {
          @Override
          public void drop(DropTargetEvent event) {
            if (event.data instanceof String[] paths && paths.length > 0) {
              folder.setText(paths[0]);
            }
          }
        });
  }

  /** Asks what the path is as soon as typing pauses. */
  private void later() {
    formats.clear();
    problem = "";
    form().layout().removeAll();
    form().layout().setEnabled(false);
    changed();
    getShell().getDisplay().timerExec(PAUSE_MS, ask);
  }

  private void ask() {
    if (form == null || form().folder().isDisposed()) {
      return;
    }
    if (asked != null) {
      asked.cancel(false);
    }
    String folder = folder();
    if (folder.isEmpty()) {
      changed();
      return;
    }
    form().about().setText("Being looked at …");
    Display display = form().folder().getDisplay();
    CompletableFuture<Recognised> answer = previews.ask(origin.question(folder));
    asked = answer;
    answer.whenComplete(
        (found, failure) -> {
          if (!answer.isCancelled() && !display.isDisposed()) {
            display.asyncExec(() -> show(folder, found, failure));
          }
        });
  }

  private void show(String folder, @Nullable Recognised found, @Nullable Throwable failure) {
    if (form().folder().isDisposed() || !folder.equals(folder())) {
      return;
    }
    formats.clear();
    Combo layout = form().layout();
    layout.removeAll();
    if (found == null) {
      problem = words(failure);
    } else {
      formats.addAll(found.formats());
      formats.forEach(f -> layout.add(title(f)));
      layout.setEnabled(!formats.isEmpty());
      if (!formats.isEmpty() && !formats.get(0).layout().isEmpty()) {
        layout.select(0);
      } else {
        problem = (found.why() + " " + origin.unknown()).strip();
      }
    }
    showFormat();
  }

  private void showFormat() {
    RecognisedFormat format = format();
    form().about().setText(format == null ? "" : format.descriptor().summary());
    if (format == null) {
      settings = null;
      form().settings().clear();
    } else {
      settings = new SettingValues(format.descriptor(), this::changed);
      form().settings().show(settings);
    }
    form().scrolled().fit();
    changed();
  }

  private void changed() {
    String wrong = problem.isEmpty() ? form().settings().problem().orElse(null) : problem;
    setErrorMessage(wrong);
    RecognisedFormat format = format();
    setMessage(
        wrong == null && format != null && !format.layout().isEmpty()
            ? "Recognised: " + format.layout() + "."
            : null,
        IMessageProvider.NONE);
    setPageComplete(wrong == null && format != null);
    chosen.run();
  }

  /** Why a question failed, for a person. */
  static String words(@Nullable Throwable failure) {
    return failure instanceof BadInputException bad
        ? bad.getMessage() + " " + bad.remedy()
        : "It cannot be looked at: " + (failure == null ? "" : failure.getMessage());
  }
}
