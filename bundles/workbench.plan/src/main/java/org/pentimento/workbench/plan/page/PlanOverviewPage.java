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
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;

/** The page of the plan's name, its data, and how it is run. */
final class PlanOverviewPage implements PlanPage {
  private static final Kind FORMAT = Kind.DATASET_FORMAT;
  private static final Set<String> OF_ALL_DATA = Set.of("dataset", "split", "size");

  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final PlanModel model;
  private final ScrolledForm scrolled;
  private final List<ParameterForm> forms = new ArrayList<>();
  private final Combo dataset;
  private final List<String> datasets = new ArrayList<>();
  private final Label about;
  private final UsePanel made;
  private final ParameterForm split;
  private final ParameterForm leftOut;
  private final LeftOutTags without;
  private final Button given;
  private final Button counted;
  private boolean locked;

  PlanOverviewPage(Composite parent, PlanModel model) {
    this.model = model;
    scrolled = new ScrolledForm(parent);
    Composite box = scrolled.content();
    GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 6).applyTo(box);
    PlanValues top = new PlanValues(model, "").list("seeds");
    form(box).addWithoutDefault(PlanParameters.NAME, top);
    heading(box, "Data");
    ParameterForm data = form(box);
    data.addCaption("Data set:");
    dataset = new Combo(data.control(), SWT.READ_ONLY);
    dataset.setToolTipText("A data set of the case, or a format that makes its pairs");
    name(dataset, "Data set");
    beside(dataset);
    dataset.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseData()));
    about = data.addProse("");
    made = new UsePanel(box, model, List.of(FORMAT), "", Set.of("width", "height"), scrolled::fit);
    ParameterForm division = form(box);
    division.addCaption("Division:");
    Composite kinds = new Composite(division.control(), SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(kinds);
    beside(kinds);
    counted = radio(kinds, "numbers of pairs, persons kept apart", this::byNumbers);
    given = radio(kinds, "as the data set divides them", this::asGiven);
    split = form(box);
    PlanValues splitValues = new PlanValues(model, "data.split");
    split.addWithoutDefault(PlanParameters.TRAIN, splitValues);
    split.addWithoutDefault(PlanParameters.TEST, splitValues);
    split.add(PlanParameters.SPLIT_SEED, splitValues);
    ParameterForm size = form(box);
    PlanValues sizeValues = new PlanValues(model, "data").pair("size", "width", "height");
    size.addWithoutDefault(PlanParameters.WIDTH, sizeValues);
    size.addWithoutDefault(PlanParameters.HEIGHT, sizeValues);
    leftOut = form(box);
    leftOut.addCaption("Leave out:");
    without = new LeftOutTags(leftOut.control(), model);
    beside(without.control());
    heading(box, "Run");
    ParameterForm run = form(box);
    run.add(PlanParameters.SEEDS, top);
    run.add(PlanParameters.DEVICE, top);
    run.add(PlanParameters.threads(), top);
  }

  private ParameterForm form(Composite box) {
    ParameterForm form = new ParameterForm(box);
    forms.add(form);
    return form;
  }

  /** Puts a control behind its caption. */
  private static void beside(Control control) {
    GridDataFactory.fillDefaults()
        .span(ParameterForm.COLUMNS - 1, 1)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(control);
  }

  private static void heading(Composite box, String text) {
    Label label = new Label(box, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().indent(0, 8).applyTo(label);
  }

  private static void name(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
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
      int pairs = model.plannedCase().dataset(chosen()).map(DatasetRecord::pairs).orElse(120);
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

  private String chosen() {
    return model.text().value("data.dataset");
  }

  private void showData() {
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (InstalledExtension format : descriptors.known().of(FORMAT)) {
      if (format.makesItsPairs()) {
        names.add(format.name() + " (made)");
        ids.add(format.id());
      }
    }
    for (DatasetRecord record : model.plannedCase().datasets()) {
      if (!ids.contains(record.name())) {
        names.add(record.name() + " (" + record.pairs() + " pairs of the case)");
        ids.add(record.name());
      }
    }
    String chosen = chosen();
    if (!chosen.isEmpty() && !ids.contains(chosen)) {
      names.add(chosen);
      ids.add(chosen);
    }
    if (!names.equals(List.of(dataset.getItems()))) {
      dataset.setItems(names.toArray(String[]::new));
      datasets.clear();
      datasets.addAll(ids);
      scrolled.fit();
    }
    dataset.select(datasets.indexOf(chosen));
    String words =
        descriptors
            .known()
            .find(FORMAT, chosen)
            .filter(InstalledExtension::makesItsPairs)
            .map(e -> e.descriptor().summary())
            .orElse("");
    if (!about.getText().equals(words.replace("&", "&&"))) {
      about.setText(words.replace("&", "&&"));
      scrolled.fit();
    }
    boolean makes = !words.isEmpty();
    made.show(makes ? "data" : "");
    without.refresh();
    show(leftOut, !makes);
  }

  private void chooseData() {
    String chosen = datasets.get(dataset.getSelectionIndex());
    model.edit(
        "data.dataset",
        t -> {
          var changed = t.with("data.dataset", chosen);
          for (String key : t.keys("data")) {
            if (!OF_ALL_DATA.contains(key)) {
              changed = changed.without("data." + key); // parameter of the format before
            }
          }
          return changed;
        });
  }

  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public Control control() {
    return scrolled.control();
  }

  @Override
  public void refresh() {
    showData();
    forms.forEach(ParameterForm::refresh);
    boolean numbers = model.text().isMap("data.split");
    counted.setSelection(numbers);
    given.setSelection(!numbers);
    show(split, numbers);
    if (model.isReadOnly() && !locked) {
      locked = true;
      lock(scrolled.content());
    }
    mark();
  }

  private void show(ParameterForm form, boolean shown) {
    GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(form.control());
    if (form.control().getVisible() != shown) {
      form.control().setVisible(shown);
      scrolled.fit();
    }
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
    forms.forEach(ParameterForm::mark);
    made.mark();
  }

  @Override
  public boolean reveal(PlanProblem problem) {
    mark();
    if (problem.key().equals("data") || problem.key().equals("data.dataset")) {
      return dataset.setFocus();
    }
    return made.focusWrong() || forms.stream().anyMatch(ParameterForm::focusWrong);
  }

  @Override
  public List<String> keys() {
    return List.of("name", "data", "seeds", "device", "threads");
  }

  @Override
  public void setFocus() {
    forms.get(0).setFocus();
  }
}
