package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.DatasetRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.look.SecondaryText;
import org.pentimento.workbench.plan.model.PlanModel;

/** The plan's name, its data, and how it is run. */
public final class PlanOverviewPage implements PlanPage {
  private static final String FORMAT = "dataset-format";
  private static final Set<String> OF_ALL_DATA = Set.of("dataset", "split", "size");

  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final PlanModel model;
  private final ScrolledForm form;
  private final List<Field> fields = new ArrayList<>();
  private final List<Field> splitFields = new ArrayList<>();
  private final Combo dataset;
  private final List<String> datasets = new ArrayList<>();
  private final Label about;
  private final UsePanel made;
  private final Composite split;
  private final Button given;
  private final Button counted;
  private boolean locked;

  public PlanOverviewPage(Composite parent, PlanModel model) {
    this.model = model;
    form = new ScrolledForm(parent);
    Composite box = form.content();
    GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 6).applyTo(box);
    Composite top = rows(box);
    fields.add(
        Field.of(
            top,
            model,
            "name",
            parameter("name", "Name", "text", "How the run and its report are called.", "")));
    heading(box, "Data");
    Composite data = rows(box);
    label(data, "Data set:");
    dataset = new Combo(data, SWT.READ_ONLY);
    dataset.setToolTipText("A data set of the case, or a format that makes its pairs");
    name(dataset, "Data set");
    GridDataFactory.fillDefaults().span(Field.COLUMNS - 1, 1).indent(8, 0).applyTo(dataset);
    dataset.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseData()));
    about = new Label(data, SWT.WRAP);
    SecondaryText.colour(about);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(Field.COLUMNS, 1)
        .hint(240, SWT.DEFAULT)
        .applyTo(about);
    made = new UsePanel(box, model, FORMAT, "", Set.of("width", "height"), form::fit);
    Composite more = rows(box);
    label(more, "Division:");
    Composite kinds = new Composite(more, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(kinds);
    GridDataFactory.fillDefaults().span(Field.COLUMNS - 1, 1).indent(8, 0).applyTo(kinds);
    counted = radio(kinds, "numbers of pairs, persons kept apart", this::byNumbers);
    given = radio(kinds, "as the data set divides them", this::asGiven);
    split = rows(box);
    splitFields.add(count(split, "data.split.train", "Training pairs", "To learn from.", ""));
    splitFields.add(count(split, "data.split.test", "Test pairs", "To try the models on.", ""));
    splitFields.add(count(split, "data.split.seed", "Seed", "The division follows from it.", "1"));
    Composite size = rows(box);
    fields.add(size(size, 0, "Width", "px; all images are brought to it"));
    fields.add(size(size, 1, "Height", "px"));
    heading(box, "Run");
    Composite run = rows(box);
    fields.add(
        Field.words(
            run,
            model,
            "seeds",
            parameter("seeds", "Seeds", "text", "One training of each model per seed.", "1")));
    fields.add(
        Field.of(
            run,
            model,
            "device",
            new Parameter(
                "device",
                "Device",
                "text",
                "",
                "",
                Double.NaN,
                Double.NaN,
                List.of(),
                "auto",
                "auto, cpu, or cuda:0 for the first graphics card.")));
    int cores = Runtime.getRuntime().availableProcessors();
    fields.add(
        Field.of(
            run,
            model,
            "threads",
            new Parameter(
                "threads",
                "Threads",
                "integer",
                "",
                "",
                1,
                Math.max(2, cores),
                List.of(),
                Integer.toString(cores),
                "Native threads; results are the same to the bit only for the same number.")));
  }

  private static Composite rows(Composite box) {
    Composite rows = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(Field.COLUMNS).spacing(8, 4).applyTo(rows);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(rows);
    return rows;
  }

  private static void heading(Composite box, String text) {
    Label label = new Label(box, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().indent(0, 8).applyTo(label);
  }

  private static void label(Composite box, String text) {
    Field.caption(box, text);
  }

  private static void name(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
  }

  private static Parameter parameter(
      String id, String name, String type, String help, String value) {
    return new Parameter(id, name, type, "", "", Double.NaN, Double.NaN, List.of(), value, help);
  }

  private Field count(Composite box, String path, String name, String help, String value) {
    return Field.of(box, model, path, parameter(path, name, "integer", help, value));
  }

  private Field size(Composite box, int index, String name, String hint) {
    return Field.item(
        box, model, "data.size", index, parameter("size", name, "integer", hint, "as they are"));
  }

  private static Button radio(Composite box, String text, Runnable chosen) {
    Button radio = new Button(box, SWT.RADIO);
    radio.setText(text);
    radio.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (radio.getSelection()) {
                chosen.run();
              }
            }));
    return radio;
  }

  private void byNumbers() {
    if (!model.text().isMap("data.split")) {
      int pairs = record() == null ? 120 : record().pairs();
      int train = Math.max(1, pairs * 2 / 3);
      Map<String, Object> division = new LinkedHashMap<>();
      division.put("train", train);
      division.put("test", Math.max(1, pairs - train));
      model.edit("split", t -> t.with("data.split", division));
    }
  }

  private void asGiven() {
    if (model.text().isMap("data.split")) {
      model.edit("split", t -> t.with("data.split", "given"));
    }
  }

  private List<DatasetRecord> records() {
    return cases.all().stream()
        .filter(c -> c.folder().equals(model.caseFolder()))
        .filter(OpenCase.Read.class::isInstance)
        .flatMap(c -> ((OpenCase.Read) c).datasets().stream())
        .toList();
  }

  private @Nullable DatasetRecord record() {
    String chosen = model.text().value("data.dataset");
    return records().stream().filter(r -> r.name().equals(chosen)).findFirst().orElse(null);
  }

  private void showData() {
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Installed format : descriptors.known().of(FORMAT)) {
      if (format.makesItsPairs()) {
        names.add(format.name() + " (made)");
        ids.add(format.id());
      }
    }
    for (DatasetRecord record : records()) {
      if (!ids.contains(record.name())) {
        names.add(record.name() + " (" + record.pairs() + " pairs of the case)");
        ids.add(record.name());
      }
    }
    String chosen = model.text().value("data.dataset");
    if (!chosen.isEmpty() && !ids.contains(chosen)) {
      names.add(chosen);
      ids.add(chosen);
    }
    if (!names.equals(List.of(dataset.getItems()))) {
      dataset.setItems(names.toArray(String[]::new));
      datasets.clear();
      datasets.addAll(ids);
      form.fit();
    }
    dataset.select(datasets.indexOf(chosen));
    String words =
        descriptors
            .known()
            .find(FORMAT, chosen)
            .filter(Installed::makesItsPairs)
            .map(Installed::summary)
            .orElse("");
    if (!about.getText().equals(words.replace("&", "&&"))) {
      about.setText(words.replace("&", "&&"));
      form.fit();
    }
    boolean makes = !words.isEmpty();
    made.show(makes ? "data" : "");
  }

  private void chooseData() {
    String chosen = datasets.get(dataset.getSelectionIndex());
    model.edit(
        "data.dataset",
        t -> {
          var changed = t.with("data.dataset", chosen);
          for (String key : t.keys("data")) {
            if (!OF_ALL_DATA.contains(key)) {
              changed = changed.without("data." + key); // belongs to another format
            }
          }
          return changed;
        });
  }

  @Override
  public Control control() {
    return form.control();
  }

  @Override
  public void refresh() {
    showData();
    fields.forEach(Field::refresh);
    boolean numbers = model.text().isMap("data.split");
    counted.setSelection(numbers);
    given.setSelection(!numbers);
    GridDataFactory.fillDefaults().grab(true, false).exclude(!numbers).applyTo(split);
    if (split.getVisible() != numbers) {
      split.setVisible(numbers);
      form.fit();
    }
    if (numbers) {
      splitFields.forEach(Field::refresh);
    }
    if (model.isReadOnly() && !locked) {
      locked = true;
      lock(form.content());
    }
    mark();
  }

  private static void lock(Composite composite) {
    for (Control child : composite.getChildren()) {
      if (child instanceof Composite inner && !(child instanceof Combo)) {
        lock(inner);
      } else if (!(child instanceof Label)) {
        child.setEnabled(false);
      }
    }
  }

  @Override
  public void mark() {
    fields.forEach(Field::mark);
    splitFields.forEach(Field::mark);
    made.mark();
  }

  @Override
  public List<String> keys() {
    return List.of("name", "data", "seeds", "device", "threads");
  }

  @Override
  public void setFocus() {
    fields.get(0).setFocus();
  }
}
