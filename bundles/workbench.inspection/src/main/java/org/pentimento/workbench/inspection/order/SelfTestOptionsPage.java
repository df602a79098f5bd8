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
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.workbench.cases.OpenCase;

/** The page that asks in which data a self-test plants attacks, and how many. */
final class SelfTestOptionsPage extends WizardPage implements SelfTestOrder {
  private final OpenCase.Read read;
  private final @Nullable DatasetRecord first;
  private @Nullable Fields fields;

  private record Fields(
      Text name, HonestPairsChoice data, Text falseAlarms, Text seed, Text most, Label about) {}

  /**
   * A page.
   *
   * @param first data set to begin with, null for drawn faces
   */
  SelfTestOptionsPage(OpenCase.Read read, @Nullable DatasetRecord first) {
    super("options", "What is planted, and in which data", null);
    setDescription(
        "Known attacks and honest oddities are planted in honest data; the same inspection then"
            + " looks for them.");
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
            "Self-test on " + HonestPairsChoice.words(first),
            "How it is called in the case");
    HonestPairsChoice data =
        new HonestPairsChoice(
            box,
            read,
            first,
            "Pairs that are known to be honest, in which attacks are planted",
            this::changed);
    Text falseAlarms =
        OrderFields.text(
            box, "&False alarms in %:", "1", "Which share of honest pairs may be flagged");
    Text seed = OrderFields.text(box, "&Seed:", "1", "Everything random follows from it");
    Text most =
        OrderFields.text(
            box, "&Most sets:", "", "So many poisoned and honest sets are made at the most");
    most.setMessage("all of the grid");
    Label about = OrderFields.prose(box);
    fields = new Fields(name, data, falseAlarms, seed, most, about);
    List.of(name, falseAlarms, seed, most).forEach(t -> t.addModifyListener(e -> changed()));
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
    String problem = null;
    if (now.name().getText().isBlank()) {
      problem = "Give the self-test a name.";
    } else if (OrderFields.share(now.falseAlarms()) == null) {
      problem = "Give the false alarms as a percentage above 0 and up to 50, such as 1.";
    } else if (OrderFields.whole(now.seed()) == null) {
      problem = "Give a whole number as seed.";
    } else if (OrderFields.most(now.most()) < 0) {
      problem = "Give a whole number of sets, or nothing for all of the grid.";
    }
    setErrorMessage(problem);
    setPageComplete(problem == null);
    now.about()
        .setText(
            now.data().dataset() == null
                ? "What is found in drawn faces says nothing of photographs: inspections of"
                    + " photographs do not quote it. It can be cancelled and goes on where it"
                    + " stopped."
                : "The pairs of this data set are taken for honest. Inspections of comparable data"
                    + " quote what is found here. It can be cancelled and goes on where it"
                    + " stopped.");
    now.about().getParent().layout(true, true);
  }

  @Override
  public String runName() {
    return fields().name().getText().strip();
  }

  @Override
  public Job.SelfTest order(List<ChosenDetector> detectors) {
    Fields now = fields();
    Double share = OrderFields.share(now.falseAlarms());
    Long seed = OrderFields.whole(now.seed());
    return new Job.SelfTest(
        Job.PROTOCOL,
        read.folder().toString(),
        now.data().dataset(),
        "the standard grid",
        null,
        detectors,
        share == null ? 0 : share,
        seed == null ? 0 : seed,
        Math.max(0, OrderFields.most(now.most())),
        runName());
  }
}
