package org.pentimento.workbench.inspection.order;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.protocol.Job;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.preferences.ChildSettings;

/** The page that asks which photos are inspected, for which model, and beside what. */
final class PhotoOptionsPage extends WizardPage {
  private final OpenCase.Read read;
  private final List<Suspect> models = new ArrayList<>();
  private final @Nullable Suspect first;
  private final List<Path> photos;
  private @Nullable Fields fields;

  private record Fields(
      Text name,
      Combo model,
      org.eclipse.swt.widgets.List photos,
      Button remove,
      Combo trusted,
      Text shadows,
      Text seed) {}

  /**
   * A page.
   *
   * @param first model to begin with; null for the first of the case
   * @param photos to begin with
   */
  PhotoOptionsPage(OpenCase.Read read, @Nullable Suspect first, List<Path> photos) {
    super("photos", "Which photos are inspected, and for which model", null);
    setDescription(
        "Does something in a photo make the model draw what clean models do not draw? Clean models"
            + " are trained on trusted pairs first, unless the case holds them already.");
    this.read = read;
    this.first = first;
    this.photos = new ArrayList<>(photos);
    read.models().forEach(model -> models.add(Suspect.of(model)));
    read.imported().forEach(model -> models.add(Suspect.of(model)));
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(box);
    Text name = OrderFields.text(box, "&Name:", "", "How it is called in the case");
    Combo model =
        OrderFields.choice(box, "&Model:", "The model that may obey something in the photos");
    models.forEach(one -> model.add(one.name()));
    int at = first == null ? 0 : models.stream().map(Suspect::name).toList().indexOf(first.name());
    model.select(Math.max(0, at));
    Label label = new Label(box, SWT.NONE);
    label.setText("&Photos:");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    Composite files = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(files);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(files);
    org.eclipse.swt.widgets.List list =
        new org.eclipse.swt.widgets.List(files, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL);
    list.getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Photos"));
    GridDataFactory.fillDefaults().grab(true, true).span(1, 2).hint(320, 120).applyTo(list);
    Button add = button(files, "&Add …", this::add);
    add.setToolTipText("Files with photos, as they were taken");
    Button remove = button(files, "&Remove", this::remove);
    Combo trusted =
        OrderFields.choice(box, "&Trusted pairs:", "A data set whose pairs are known to be honest");
    read.datasets().stream().map(DatasetRecord::name).forEach(trusted::add);
    trusted.select(0);
    Text shadows =
        OrderFields.text(
            box,
            "&Shadow models:",
            Integer.toString(Evidence.LEAST_SHADOWS),
            "How many clean models the model is compared with");
    Text seed = OrderFields.text(box, "S&eed:", "1", "Everything random follows from it");
    fields = new Fields(name, model, list, remove, trusted, shadows, seed);
    photos.forEach(photo -> list.add(photo.toString()));
    List.of(name, shadows, seed).forEach(t -> t.addModifyListener(e -> changed()));
    List.of(model, trusted)
        .forEach(
            c -> c.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed())));
    list.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
    setControl(box);
    changed();
  }

  private static Button button(Composite parent, String words, Runnable pressed) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(words);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> pressed.run()));
    return button;
  }

  private void add() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
    dialog.setText("Add Photos");
    if (dialog.open() != null) {
      Path folder = Path.of(dialog.getFilterPath());
      for (String file : dialog.getFileNames()) {
        Path photo = folder.resolve(file);
        if (!photos.contains(photo)) {
          photos.add(photo);
          fields().photos().add(photo.toString());
        }
      }
      changed();
    }
  }

  private void remove() {
    int[] chosen = fields().photos().getSelectionIndices();
    for (int i = chosen.length - 1; i >= 0; i--) {
      photos.remove(chosen[i]);
    }
    fields().photos().remove(chosen);
    changed();
  }

  private Fields fields() {
    if (fields == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return fields;
  }

  private void changed() {
    Fields now = fields();
    now.remove().setEnabled(now.photos().getSelectionCount() > 0);
    now.name().setMessage(title());
    setErrorMessage(problem());
    setPageComplete(problem() == null);
  }

  private @Nullable String problem() {
    Fields now = fields();
    Long many = OrderFields.whole(now.shadows());
    if (!read.writable()) {
      return "This case is read-only, so nothing can be recorded in it. Work with a copy that you"
          + " may write to.";
    } else if (models.isEmpty()) {
      return "The case has no model. Import one, or carry out a plan that trains one.";
    } else if (!model().problem().isEmpty()) {
      return model().problem();
    } else if (read.datasets().isEmpty()) {
      return "The case has no data set. Import one with pairs that are known to be honest first.";
    } else if (photos.isEmpty()) {
      return "Add at least one photo.";
    } else if (many == null || many < 1 || many > 100) {
      return "Give a number of shadow models from 1 to 100, such as 3.";
    } else if (OrderFields.whole(now.seed()) == null) {
      return "Give a whole number as seed.";
    }
    return null;
  }

  private Suspect model() {
    return models.get(Math.max(0, fields().model().getSelectionIndex()));
  }

  private String title() {
    return models.isEmpty() ? "" : "Photos for " + TrainingWords.inWords(model().name());
  }

  /** What to do. */
  Job.InspectPhoto order() {
    Fields now = fields();
    String name = now.name().getText().strip();
    Long many = OrderFields.whole(now.shadows());
    Long seed = OrderFields.whole(now.seed());
    return new Job.InspectPhoto(
        Job.PROTOCOL,
        read.folder().toString(),
        model().name(),
        photos.stream().map(Path::toString).toList(),
        now.trusted().getText(),
        many == null ? Evidence.LEAST_SHADOWS : many.intValue(),
        ChildSettings.current().threads(),
        seed == null ? 0 : seed,
        name.isEmpty() ? title() : name);
  }
}
