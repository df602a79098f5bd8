package org.pentimento.workbench.inspection.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.protocol.TimeLeft;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.DatasetQuestion.ForeseeModelInspection;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenModelInspection;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.preferences.ChildSettings;
import org.pentimento.workbench.preview.LatestAnswer;

/**
 * The page that asks what a model is compared with, and says what will be looked at, how long it
 * takes, and what it cannot find.
 */
final class ModelOptionsPage extends WizardPage {
  private static final int PAUSE_MS = 250;

  private final OpenCase.Read read;
  private final Suspect suspect;
  private final Descriptors descriptors;
  private final Supplier<List<ChosenDetector>> detectors;
  private final List<InstalledExtension> generators = new ArrayList<>();
  private @Nullable Fields fields;
  private @Nullable ForeseeModelInspection asked;
  private final Runnable ask = this::ask;

  private record Fields(
      Text name,
      Combo trusted,
      @Nullable Combo trainedOn,
      Text shadows,
      Combo generator,
      Text seed,
      Label outlook,
      Label limits,
      LatestAnswer<ForeseenModelInspection> answers) {}

  ModelOptionsPage(
      OpenCase.Read read,
      Suspect suspect,
      Descriptors descriptors,
      Supplier<List<ChosenDetector>> detectors) {
    super("options", "What it is compared with", null);
    setDescription(
        "Clean models are trained on trusted pairs first. What they measure is what a clean model"
            + " can be expected to measure.");
    this.read = read;
    this.suspect = suspect;
    this.descriptors = descriptors;
    this.detectors = detectors;
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(box);
    Text name = OrderFields.text(box, "&Name:", "", "How it is called in the case");
    name.setMessage(title());
    Combo trusted =
        OrderFields.choice(box, "&Trusted pairs:", "A data set whose pairs are known to be honest");
    read.datasets().stream().map(DatasetRecord::name).forEach(trusted::add);
    trusted.select(0);
    Combo trainedOn = suspect.generator() == null ? trainedOn(box) : null;
    Text shadows =
        OrderFields.text(
            box,
            "Shadow &models:",
            Integer.toString(Evidence.LEAST_SHADOWS),
            "How many clean models are trained; with fewer than "
                + Evidence.LEAST_SHADOWS
                + " no question is answered");
    Combo generator =
        OrderFields.choice(box, "&Generator of these:", "The generator that trains clean models");
    generator.add(
        suspect.generator() == null
            ? "the nearest one, as it is not known how the model was made"
            : suspect.generator() + ", with the settings that trained the model");
    for (InstalledExtension one : descriptors.known().of(Kind.GENERATOR)) {
      generators.add(one);
      generator.add(one.name() + ", with its defaults");
    }
    generator.select(0);
    Text seed = OrderFields.text(box, "&Seed:", "1", "Everything random follows from it");
    Label outlook = OrderFields.prose(box);
    GridDataFactory.createFrom((GridData) outlook.getLayoutData()).indent(0, 6).applyTo(outlook);
    Label head = new Label(box, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText("What it cannot find");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(head);
    Label limits = OrderFields.prose(box);
    fields =
        new Fields(
            name,
            trusted,
            trainedOn,
            shadows,
            generator,
            seed,
            outlook,
            limits,
            new LatestAnswer<>(box.getDisplay(), new FromPreviews()));
    List.of(name, shadows, seed).forEach(t -> t.addModifyListener(e -> changed()));
    List.of(trusted, generator)
        .forEach(
            c -> c.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed())));
    box.addDisposeListener(e -> fields().answers().dispose());
    setControl(box);
    changed();
  }

  /** Asks what a model from elsewhere is said to be trained on; trusted pairs may be among it. */
  private Combo trainedOn(Composite box) {
    Combo choice =
        OrderFields.choice(
            box,
            "Said to be trained &on:",
            "Trusted pairs that show the same persons or photos as these are listed");
    choice.add("not known, or not in this case");
    read.datasets().stream().map(DatasetRecord::name).forEach(choice::add);
    choice.select(0);
    return choice;
  }

  private String title() {
    return "Inspection of " + TrainingWords.inWords(suspect.name());
  }

  private Fields fields() {
    if (fields == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return fields;
  }

  private void changed() {
    String problem = problem();
    setErrorMessage(problem);
    Long many = OrderFields.whole(fields().shadows());
    setMessage(
        problem == null && many != null && many < Evidence.LEAST_SHADOWS
            ? "With fewer than "
                + Evidence.LEAST_SHADOWS
                + " shadow models measurements are ranked, and no question is answered."
            : null,
        WARNING);
    setPageComplete(problem == null);
    if (problem == null) {
      fields().name().getDisplay().timerExec(PAUSE_MS, ask);
    }
  }

  private @Nullable String problem() {
    Fields now = fields();
    Long many = OrderFields.whole(now.shadows());
    if (!suspect.problem().isEmpty()) {
      return suspect.problem();
    } else if (read.datasets().isEmpty()) {
      return "The case has no data set. Import one with pairs that are known to be honest first.";
    } else if (many == null || many < 1 || many > 100) {
      return "Give a number of shadow models from 1 to 100, such as 3.";
    } else if (OrderFields.whole(now.seed()) == null) {
      return "Give a whole number as seed.";
    }
    return null;
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (visible) {
      changed();
      ask();
    }
  }

  private void ask() {
    Fields now = fields;
    if (now == null || now.name().isDisposed() || !isCurrentPage() || problem() != null) {
      return;
    }
    Job.InspectModel order = order();
    DatasetRecord trusted = read.datasets().get(Math.max(0, now.trusted().getSelectionIndex()));
    ForeseeModelInspection question =
        new ForeseeModelInspection(
            new CaseDataset(read.folder().toString(), trusted.name(), trusted.digest()),
            suspect.name(),
            detectors.get(),
            order.shadows(),
            order.shadowGenerator());
    if (!question.equals(asked)) {
      asked = question;
      tell(
          NumberWords.count(trusted.pairs(), "trusted pair", "trusted pairs")
              + ". Being estimated …",
          "");
      now.answers().ask(question);
    }
  }

  private void tell(String outlook, String limits) {
    fields().outlook().setText(outlook.replace("&", "&&"));
    fields().limits().setText(limits.replace("&", "&&"));
    fields().limits().getParent().layout(true, true);
  }

  private final class FromPreviews implements LatestAnswer.Listener<ForeseenModelInspection> {
    @Override
    public void answered(ForeseenModelInspection answer) {
      if (!fields().name().isDisposed()) {
        tell(outlook(answer), String.join("\n", answer.blindTo()));
      }
    }

    @Override
    public void failed(String problem) {
      if (!fields().name().isDisposed()) {
        asked = null;
        tell(problem, "");
      }
    }
  }

  private String outlook(ForeseenModelInspection answer) {
    Double seconds = answer.seconds();
    Long many = OrderFields.whole(fields().shadows());
    StringBuilder words = new StringBuilder();
    words
        .append(NumberWords.count(many == null ? 0 : many, "clean model of “", "clean models of “"))
        .append(answer.generator())
        .append("” learn from ")
        .append(NumberWords.count(answer.pairs(), "trusted pair", "trusted pairs"))
        .append(" of ")
        .append(answer.width())
        .append(" × ")
        .append(answer.height())
        .append(" pixels; then the model and these are measured. ");
    if (seconds != null) {
      words.append("That takes about ").append(TimeLeft.words(seconds)).append(". ");
    }
    words.append(answer.basis());
    answer.silent().forEach(sentence -> words.append('\n').append(sentence));
    return words.toString();
  }

  /** What to do. */
  Job.InspectModel order() {
    Fields now = fields();
    String name = now.name().getText().strip();
    Long many = OrderFields.whole(now.shadows());
    Long seed = OrderFields.whole(now.seed());
    int generator = now.generator().getSelectionIndex();
    int trainedOn = now.trainedOn() == null ? 0 : now.trainedOn().getSelectionIndex();
    return new Job.InspectModel(
        Job.PROTOCOL,
        read.folder().toString(),
        suspect.name(),
        now.trusted().getText(),
        detectors.get(),
        many == null ? Evidence.LEAST_SHADOWS : many.intValue(),
        generator < 1 ? null : generators.get(generator - 1).id(),
        trainedOn < 1 ? null : read.datasets().get(trainedOn - 1).name(),
        ChildSettings.current().threads(),
        seed == null ? 0 : seed,
        name.isEmpty() ? title() : name);
  }
}
