package org.pentimento.workbench.inspection.order;

import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.preferences.ChildSettings;

/** The page that asks of which pairs a self-test trains models, and how many. */
final class ModelSelfTestOptionsPage extends WizardPage implements SelfTestOrder {
  /** A first answer in about an hour; the same self-test goes on from there. */
  private static final int FEW = 20;

  private final OpenCase.Read read;
  private final @Nullable DatasetRecord first;
  private @Nullable Fields fields;

  private record Fields(
      Text name, HonestPairsChoice data, Text shadows, Text seed, Text most, Label about) {}

  /**
   * A page.
   *
   * @param first data set to begin with, null for drawn faces
   */
  ModelSelfTestOptionsPage(OpenCase.Read read, @Nullable DatasetRecord first) {
    super("options", "Which models are trained, and of which data", null);
    setDescription(
        "Models are trained with known attacks, with spoilt pairs or with nothing planted; the same"
            + " inspection then looks for what is hidden in them.");
    this.read = read;
    this.first = first;
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(box);
    Text name =
        OrderFields.text(
            box,
            "&Name:",
            "Self-test of models on " + HonestPairsChoice.words(first),
            "How it is called in the case");
    HonestPairsChoice data =
        new HonestPairsChoice(
            box,
            read,
            first,
            "Pairs that are known to be honest, of which all models are trained",
            this::changed);
    Text shadows =
        OrderFields.text(
            box,
            "S&hadow models:",
            Integer.toString(Evidence.LEAST_SHADOWS),
            "How many clean models each model is compared with");
    Text seed = OrderFields.text(box, "&Seed:", "1", "Everything random follows from it");
    Text most =
        OrderFields.text(
            box,
            "&Most models:",
            Integer.toString(FEW),
            "So many models are trained at the most; nothing for all of the grid");
    most.setMessage("all of the grid");
    Label about = OrderFields.prose(box);
    fields = new Fields(name, data, shadows, seed, most, about);
    List.of(name, shadows, seed, most).forEach(t -> t.addModifyListener(e -> changed()));
    setControl(box);
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
    Long many = OrderFields.whole(now.shadows());
    String problem = null;
    if (now.name().getText().isBlank()) {
      problem = "Give the self-test a name.";
    } else if (many == null || many < 1 || many > 100) {
      problem = "Give a number of shadow models from 1 to 100, such as 3.";
    } else if (OrderFields.whole(now.seed()) == null) {
      problem = "Give a whole number as seed.";
    } else if (OrderFields.most(now.most()) < 0) {
      problem = "Give a whole number of models, or nothing for all of the grid.";
    }
    setErrorMessage(problem);
    setPageComplete(problem == null);
    now.about()
        .setText(
            (now.data().dataset() == null
                    ? "What is found in models of drawn faces says nothing of photographs:"
                        + " inspections with photographs do not quote it."
                    : "The pairs of this data set are taken for honest. Inspections with comparable"
                        + " data quote what is found here.")
                + " Each model takes minutes. It can be cancelled and goes on where it stopped; so"
                + " does the same self-test with more models.");
    now.about().getParent().layout(true, true);
  }

  @Override
  public String runName() {
    return fields().name().getText().strip();
  }

  @Override
  public Job.ModelSelfTest order(List<ChosenDetector> detectors) {
    Fields now = fields();
    Long many = OrderFields.whole(now.shadows());
    Long seed = OrderFields.whole(now.seed());
    return new Job.ModelSelfTest(
        Job.PROTOCOL,
        read.folder().toString(),
        now.data().dataset(),
        "the standard grid",
        null,
        detectors,
        many == null ? Evidence.LEAST_SHADOWS : many.intValue(),
        ChildSettings.current().threads(),
        seed == null ? 0 : seed,
        Math.max(0, OrderFields.most(now.most())),
        runName());
  }
}
