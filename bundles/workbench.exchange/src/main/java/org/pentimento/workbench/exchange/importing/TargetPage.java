package org.pentimento.workbench.exchange.importing;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.preferences.DialogFolders;

/** The page that asks for case and name, and whether files are copied. */
final class TargetPage extends WizardPage {
  private static final int PAUSE_MS = 200;
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}";

  private final ImportKind origin;
  private final List<String> known;
  private final String first;
  private final boolean copy;
  private final String examiner;
  private final Runnable look = this::look;
  private @Nullable Form form;
  private @Nullable ImportTarget target;
  private boolean named;

  /**
   * A page.
   *
   * @param known folders of cases to choose from
   * @param first the one to begin with
   * @param copy whether files were copied the last time
   * @param examiner who examined the last time
   */
  TargetPage(ImportKind origin, List<String> known, String first, boolean copy, String examiner) {
    super("target", "Case", null);
    setDescription("Choose the case that the " + origin.word() + " is taken into.");
    this.origin = origin;
    this.known = known;
    this.first = first;
    this.copy = copy;
    this.examiner = examiner;
    setPageComplete(false);
  }

  /** The fields. */
  private record Form(
      Combo folder,
      Text name,
      @Nullable Button copied,
      @Nullable Text hashes,
      Group fresh,
      Text examiner,
      Text agency,
      Text caseNumber,
      Text itemNumber) {}

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  String caseFolder() {
    return Path.of(form().folder().getText().strip()).toAbsolutePath().normalize().toString();
  }

  String name() {
    return form().name().getText().strip();
  }

  /** Whether files are copied into the case; those of models always are. */
  boolean copied() {
    Button copied = form().copied();
    return copied == null || copied.getSelection();
  }

  /** The hash list to compare the files with, null if there is none. */
  @Nullable String hashes() {
    Text hashes = form().hashes();
    String given = hashes == null ? "" : hashes.getText().strip();
    return given.isEmpty() ? null : Path.of(given).toAbsolutePath().normalize().toString();
  }

  /** Whether the case exists already. */
  boolean exists() {
    return target != null && target.exists();
  }

  /** What a case that is to be made is about, null for one that exists. */
  @Nullable CaseInfo info() {
    Form f = form();
    return target == null || target.exists()
        ? null
        : new CaseInfo(
            f.examiner().getText().strip(),
            f.agency().getText().strip(),
            f.caseNumber().getText().strip(),
            f.itemNumber().getText().strip(),
            ZoneId.systemDefault().getId(),
            "");
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(box);
    new Label(box, SWT.NONE).setText("&Case folder:");
    Combo folder = new Combo(box, SWT.DROP_DOWN);
    folder.setItems(known.toArray(String[]::new));
    folder.setText(first);
    GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(folder);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("&Browse …");
    Text name = text(box, "&Name in the case:");
    Button copied = origin == ImportKind.DATASET ? files(box) : null;
    Text hashes = origin == ImportKind.DATASET ? hashList(box) : null;
    Group fresh = new Group(box, SWT.NONE);
    fresh.setText("A new case");
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(fresh);
    GridDataFactory.fillDefaults().grab(true, false).span(3, 1).indent(0, 8).applyTo(fresh);
    Form created =
        new Form(
            folder,
            name,
            copied,
            hashes,
            fresh,
            text(fresh, "&Examiner:"),
            text(fresh, "&Agency:"),
            text(fresh, "Case n&umber:"),
            text(fresh, "&Item number:"));
    form = created;
    created.examiner().setText(examiner);
    folder.addModifyListener(
        e -> {
          target = null;
          validate();
          later();
        });
    ModifyListener check = e -> validate();
    name.addModifyListener(
        e -> {
          named = true;
          validate();
        });
    created.examiner().addModifyListener(check);
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse(folder)));
    setControl(box);
    look();
  }

  private Button files(Composite box) {
    new Label(box, SWT.NONE).setText("Files:");
    Button copied = new Button(box, SWT.RADIO);
    copied.setText("C&opy into the case, which then needs nothing else");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(copied);
    new Label(box, SWT.NONE);
    Button referenced = new Button(box, SWT.RADIO);
    referenced.setText("&Leave where they are; their hashes are checked before every use");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(referenced);
    copied.setSelection(copy);
    referenced.setSelection(!copy);
    return copied;
  }

  private Text hashList(Composite box) {
    new Label(box, SWT.NONE).setText("&Hash list:");
    Text list = new Text(box, SWT.BORDER);
    list.setMessage("none; of sha256sum, sha1sum, md5sum, hashdeep, or CSV of a forensic tool");
    list.setToolTipText(
        "The files are compared with it, and the case keeps the list and what did not match.");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("Bro&wse …");
    browse.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
              dialog.setText("Hash List");
              String chosen = dialog.open();
              if (chosen != null) {
                list.setText(chosen);
              }
            }));
    list.addModifyListener(e -> validate());
    return list;
  }

  private static Text text(Composite box, String title) {
    new Label(box, SWT.NONE).setText(title);
    Text text = new Text(box, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(text);
    return text;
  }

  private void browse(Combo folder) {
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
    dialog.setText("Case Folder");
    dialog.setFilterPath(DialogFolders.cases().toString());
    String chosen = dialog.open();
    if (chosen != null) {
      folder.setText(chosen);
    }
  }

  /** Proposes the folder's name until the person gives another one. */
  void propose(String folder) {
    if (!named && form != null) {
      String last = folder.replaceAll("/+$", "").replaceFirst("^.*/", "");
      if (origin == ImportKind.MODEL) {
        last = last.replaceFirst("(?<=.)[.][^.]*$", "");
      }
      String plain = last.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^[ ._-]+", "");
      form.name().setText(plain.length() > 100 ? plain.substring(0, 100) : plain);
      named = false;
      validate();
    }
  }

  private void later() {
    getShell().getDisplay().timerExec(PAUSE_MS, look);
  }

  private void look() {
    if (form == null || form.folder().isDisposed()) {
      return;
    }
    String folder = form.folder().getText().strip();
    Display display = form.folder().getDisplay();
    Job.createSystem(
            "Looking at a case",
            (ICoreRunnable)
                monitor -> {
                  ImportTarget seen = ImportTarget.look(folder);
                  display.asyncExec(() -> show(folder, seen));
                })
        .schedule();
  }

  private void show(String folder, ImportTarget seen) {
    if (!form().folder().isDisposed() && form().folder().getText().strip().equals(folder)) {
      target = seen;
      validate();
    }
  }

  private void validate() {
    Form f = form();
    ImportTarget seen = target;
    boolean fresh = seen != null && !seen.exists() && seen.problem().isEmpty();
    enable(f.fresh(), fresh);
    String problem = seen == null ? null : problem(seen, fresh);
    setErrorMessage(problem);
    setMessage(
        fresh ? "The case does not exist yet; it will be made." : null, IMessageProvider.NONE);
    setPageComplete(seen != null && problem == null);
  }

  private static void enable(Group group, boolean enabled) {
    group.setEnabled(enabled);
    for (Control child : group.getChildren()) {
      child.setEnabled(enabled);
    }
  }

  private @Nullable String problem(ImportTarget seen, boolean fresh) {
    if (!seen.problem().isEmpty()) {
      return seen.problem();
    }
    if (!name().matches(NAME)) {
      return "Name the "
          + origin.word()
          + ": letters, digits, spaces, dots, hyphens and underscores, beginning"
          + " with a letter or digit.";
    }
    if (seen.taken(origin).contains(name())) {
      return "The case already has a " + origin.word() + " '" + name() + "'. Give another name.";
    }
    String hashes = hashes();
    if (hashes != null && !new File(hashes).isFile()) {
      return "There is no hash list " + hashes + ". Choose the file, or leave the field empty.";
    }
    if (fresh && form().examiner().getText().isBlank()) {
      return "Say who examines; the custody log bears the name.";
    }
    return null;
  }
}
