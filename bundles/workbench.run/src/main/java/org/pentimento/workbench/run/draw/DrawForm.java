package org.pentimento.workbench.run.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.form.SettingValues;
import org.pentimento.workbench.preferences.DialogFolders;

/** Which models draw which photos, and with which trigger as well. */
final class DrawForm {
  private static final String[] IMAGES = {"*.png;*.jpg;*.jpeg;*.bmp;*.tif;*.tiff;*.gif", "*"};

  private final ScrolledForm scrolled;
  private final Table models;
  private final Table photos;
  private final Combo trigger;
  private final Label seedLabel;
  private final Spinner seed;
  private final ParameterForm settings;
  private final Runnable changed;
  private List<TriggerChoice> known = List.of();
  private ExtensionCatalogue installed = ExtensionCatalogue.EMPTY;
  private List<TriggerChoice> choices = List.of();
  private @Nullable SettingValues values;

  /**
   * An empty form.
   *
   * @param changed called whenever something else is to be drawn
   */
  DrawForm(Composite parent, Runnable changed) {
    this.changed = changed;
    scrolled = new ScrolledForm(parent);
    Composite box = scrolled.content();
    GridLayoutFactory.fillDefaults().margins(12, 6).spacing(6, 4).numColumns(2).applyTo(box);
    title(box, "&Models");
    models = table(box, SWT.CHECK, "Models that draw", 96);
    models.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    title(box, "&Photos");
    photos = table(box, SWT.NONE, "Photos that are drawn", 72);
    Composite bar = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(bar);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(bar);
    Button add = button(bar, "&Add …", "Adds photos; they can be dropped here as well");
    add.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
    Button remove = button(bar, "&Remove", "Takes the selected photos off the list");
    remove.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              photos.remove(photos.getSelectionIndices());
              changed.run();
            }));
    title(box, "&Trigger");
    trigger = new Combo(box, SWT.READ_ONLY);
    trigger.setVisibleItemCount(16);
    trigger.setToolTipText("Each photo is drawn without the trigger and with it");
    trigger
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Trigger"));
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(120, SWT.DEFAULT)
        .applyTo(trigger);
    trigger.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    seedLabel = new Label(box, SWT.NONE);
    seedLabel.setText("S&eed:");
    seed = new Spinner(box, SWT.BORDER);
    seed.setValues(1, 0, Integer.MAX_VALUE, 0, 1, 10);
    seed.setToolTipText("Of what is random in the trigger, such as the noise of a pattern");
    seed.addModifyListener(e -> changed.run());
    Composite rows = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(rows);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(rows);
    settings = new ParameterForm(rows);
    offer();
  }

  private static void title(Composite box, String text) {
    Label label = new Label(box, SWT.NONE);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    label.setText(text);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
  }

  private static Table table(Composite box, int style, String name, int height) {
    Table table = new Table(box, style | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
    table
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(160, height).applyTo(table);
    return table;
  }

  private static Button button(Composite bar, String text, String tip) {
    Button button = new Button(bar, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    return button;
  }

  Control control() {
    return scrolled.control();
  }

  /** Keeps it wide enough to be seen whole beside another control. */
  void claimWidth(SashForm sides) {
    scrolled.claimWidth(sides);
  }

  /** Lists the models of a case, those that are ticked in front. */
  void models(List<DrawableModel> all, List<String> ticked) {
    Set<String> wanted = new LinkedHashSet<>(ticked);
    wanted.addAll(models());
    models.removeAll();
    List<DrawableModel> tickedFirst = new ArrayList<>(all);
    tickedFirst.sort(Comparator.comparing(model -> !wanted.contains(model.name())));
    for (DrawableModel model : tickedFirst) {
      TableItem item = new TableItem(models, SWT.NONE);
      item.setText(model.title() + "  (" + model.origin() + ")");
      item.setData(model.name());
      item.setChecked(wanted.contains(model.name()));
    }
  }

  /** The names of the models that are ticked. */
  List<String> models() {
    List<String> names = new ArrayList<>();
    for (TableItem item : models.getItems()) {
      if (item.getChecked()) {
        names.add((String) item.getData());
      }
    }
    return names;
  }

  /** Adds files and folders that are not listed yet. */
  void photos(List<Path> more) {
    Set<String> there = new LinkedHashSet<>(photos());
    for (Path photo : more) {
      if (there.add(photo.toString())) {
        TableItem item = new TableItem(photos, SWT.NONE);
        item.setText(String.valueOf(photo.getFileName()));
        item.setData(photo.toString());
      }
    }
    changed.run();
  }

  /** The files and folders that are listed. */
  List<String> photos() {
    List<String> files = new ArrayList<>();
    for (TableItem item : photos.getItems()) {
      files.add((String) item.getData());
    }
    return files;
  }

  private void browse() {
    FileDialog dialog = new FileDialog(photos.getShell(), SWT.OPEN | SWT.MULTI);
    dialog.setText("Photos to Draw");
    dialog.setFilterPath(DialogFolders.datasets().toString());
    dialog.setFilterExtensions(IMAGES);
    dialog.setFilterNames(new String[] {"Images", "All files"});
    if (dialog.open() != null) {
      List<Path> chosen = new ArrayList<>();
      for (String name : dialog.getFileNames()) {
        chosen.add(Path.of(dialog.getFilterPath(), name));
      }
      photos(chosen);
    }
  }

  /** Offers triggers: none, those that the case knows, and those that are installed. */
  void triggers(List<TriggerChoice> ofCase, ExtensionCatalogue catalogue) {
    if (!ofCase.equals(known) || catalogue != installed) {
      known = List.copyOf(ofCase);
      installed = catalogue;
      offer();
    }
  }

  private void offer() {
    int before = trigger.getSelectionIndex() - 1;
    TriggerChoice chosen = before >= 0 && before < choices.size() ? choices.get(before) : null;
    List<TriggerChoice> offered = new ArrayList<>(known);
    for (InstalledExtension e : installed.of(Kind.TRIGGER)) {
      offered.add(new TriggerChoice(e.name(), e.id(), Map.of(), 1));
    }
    choices = List.copyOf(offered);
    trigger.removeAll();
    trigger.add("Without a trigger");
    choices.forEach(choice -> trigger.add(choice.title()));
    int now = chosen == null ? -1 : choices.indexOf(chosen);
    trigger.select(now + 1);
    if (chosen == null || now < 0 || values == null) { // it may be installed by now
      choose();
    }
  }

  private void choose() {
    int index = trigger.getSelectionIndex() - 1;
    settings.clear();
    values = null;
    boolean with = index >= 0;
    show(seedLabel, with);
    show(seed, with);
    if (with) {
      TriggerChoice choice = choices.get(index);
      seed.setSelection((int) Math.min(Integer.MAX_VALUE, choice.seed()));
      Optional<InstalledExtension> found = installed.find(Kind.TRIGGER, choice.trigger());
      if (found.isEmpty()) {
        settings.addProse(
            installed.extensions().isEmpty()
                ? "The installed extensions are being listed …"
                : "The trigger “" + choice.trigger() + "” is not installed here.");
      } else {
        SettingValues made = new SettingValues(found.get().descriptor(), changed);
        choice
            .settings()
            .forEach(
                (id, value) -> {
                  if (found.get().descriptor().parameter(id).isPresent()) {
                    made.set(id, value);
                  }
                });
        values = made;
        settings.show(made);
        settings.mark();
      }
    }
    scrolled.content().layout(true, true);
    scrolled.fit();
    changed.run();
  }

  private static void show(Control control, boolean visible) {
    GridDataFactory.fillDefaults()
        .align(SWT.BEGINNING, SWT.CENTER)
        .exclude(!visible)
        .applyTo(control);
    control.setVisible(visible);
  }

  /** What is missing or wrong, as a sentence; null if all can be drawn. */
  @Nullable String problem() {
    if (models().isEmpty()) {
      return "Tick a model that is to draw.";
    } else if (photos().isEmpty()) {
      return "Add photos, or drop them here.";
    } else if (trigger.getSelectionIndex() > 0 && values == null) {
      return installed.extensions().isEmpty()
          ? "The installed extensions are being listed …"
          : "The trigger is not installed; choose another one.";
    }
    return settings.problem().orElse(null);
  }

  /** The trigger that is chosen, null for none. */
  Job.@Nullable Stamp stamp() {
    SettingValues chosen = values;
    int index = trigger.getSelectionIndex() - 1;
    return chosen == null || index < 0
        ? null
        : new Job.Stamp(choices.get(index).trigger(), chosen.all(), seed.getSelection());
  }

  void setFocus() {
    models.setFocus();
  }
}
