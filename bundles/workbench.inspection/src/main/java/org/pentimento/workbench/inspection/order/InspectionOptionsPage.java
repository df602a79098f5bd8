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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.store.PlainNames;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;
import org.pentimento.protocol.TimeLeft;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.DatasetQuestion.ForeseeInspection;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenDetector;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenInspection;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.preview.LatestAnswer;

/**
 * The page that asks how an inspection is made, and says how long it takes and what it can be
 * expected to find.
 */
final class InspectionOptionsPage extends WizardPage {
  private static final String NONE = "none: learn what is normal from the suspect pairs";
  private static final int PAUSE_MS = 250;

  private final OpenCase.Read read;
  private final DatasetRecord dataset;
  private final Supplier<List<ChosenDetector>> detectors;
  private final List<String> trusting = new ArrayList<>();
  private @Nullable Fields fields;
  private @Nullable ForeseeInspection asked;
  private final Runnable ask = this::ask;

  private record Fields(
      Text name,
      Combo trusted,
      Text falseAlarms,
      Text seed,
      Text clean,
      Label duration,
      Label power,
      LatestAnswer<ForeseenInspection> answers) {}

  InspectionOptionsPage(
      OpenCase.Read read, DatasetRecord dataset, Supplier<List<ChosenDetector>> detectors) {
    super("options", "How it is inspected", null);
    setDescription("What counts as normal, how many false alarms are allowed, and what to expect.");
    this.read = read;
    this.dataset = dataset;
    this.detectors = detectors;
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(box);
    Text name = OrderFields.text(box, "&Name:", "", "How it is called in the case");
    Combo trusted =
        OrderFields.choice(
            box,
            "&Trusted pairs:",
            "A data set whose pairs are known to be honest, if there is one");
    trusted.add(NONE);
    read.datasets().stream()
        .filter(d -> !d.digest().equals(dataset.digest()))
        .map(DatasetRecord::name)
        .forEach(
            one -> {
              trusting.add(one);
              trusted.add(one);
            });
    trusted.select(0);
    Text falseAlarms =
        OrderFields.text(
            box, "&False alarms in %:", "1", "Which share of honest pairs may be flagged");
    Text seed = OrderFields.text(box, "&Seed:", "1", "Everything random follows from it");
    Text clean =
        OrderFields.text(
            box, "&Clean copy:", "", "Name of a data set without the flagged pairs, if wanted");
    clean.setMessage("no copy is made");
    Label duration = OrderFields.prose(box);
    GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) duration.getLayoutData())
        .indent(0, 6)
        .applyTo(duration);
    Label head = new Label(box, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText("What it can be expected to find");
    GridDataFactory.fillDefaults().span(2, 1).applyTo(head);
    Label power = OrderFields.prose(box);
    fields =
        new Fields(
            name,
            trusted,
            falseAlarms,
            seed,
            clean,
            duration,
            power,
            new LatestAnswer<>(box.getDisplay(), new FromPreviews()));
    List.of(name, falseAlarms, seed, clean).forEach(t -> t.addModifyListener(e -> changed()));
    box.addDisposeListener(e -> fields().answers().dispose());
    trusted.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
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
    String problem = problem();
    setErrorMessage(problem);
    setPageComplete(problem == null);
    if (problem == null) {
      fields().name().setMessage(order("").title());
      fields().name().getDisplay().timerExec(PAUSE_MS, ask);
    }
  }

  private @Nullable String problem() {
    Fields now = fields();
    String clean = now.clean().getText().strip();
    if (OrderFields.share(now.falseAlarms()) == null) {
      return "Give the false alarms as a percentage above 0 and up to 50, such as 1.";
    } else if (OrderFields.whole(now.seed()) == null) {
      return "Give a whole number as seed.";
    } else if (!clean.isEmpty() && !PlainNames.isPlain(clean)) {
      return "Name the clean copy with letters, digits, spaces, and . _ + - only.";
    } else if (read.datasets().stream().anyMatch(d -> d.name().equals(clean))) {
      return "The case has a data set '" + clean + "' already; give the clean copy another name.";
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
    if (now == null || now.name().isDisposed() || !isCurrentPage()) {
      return;
    }
    Double share = OrderFields.share(now.falseAlarms());
    if (share == null) {
      return;
    }
    ForeseeInspection question =
        new ForeseeInspection(
            new CaseDataset(read.folder().toString(), dataset.name(), dataset.digest()),
            detectors.get(),
            share);
    if (!question.equals(asked)) {
      asked = question;
      tell(NumberWords.count(dataset.pairs(), "pair", "pairs") + ". Being estimated …", "");
      now.answers().ask(question);
    }
  }

  private void tell(String duration, String power) {
    fields().duration().setText(duration.replace("&", "&&"));
    fields().power().setText(power.replace("&", "&&"));
    fields().power().getParent().layout(true, true);
  }

  private final class FromPreviews implements LatestAnswer.Listener<ForeseenInspection> {
    @Override
    public void answered(ForeseenInspection answer) {
      if (!fields().name().isDisposed()) {
        tell(
            duration(answer),
            String.join(" ", answer.power())
                + (answer.power().isEmpty() ? "" : " ")
                + "Self-Test of Inspections, in the menu of a data set, measures it.");
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

  private static String duration(ForeseenInspection answer) {
    Double seconds = answer.seconds();
    StringBuilder words =
        new StringBuilder(NumberWords.count(answer.pairs(), "pair is", "pairs are"))
            .append(" looked at. ");
    if (seconds != null) {
      words.append("That takes about ").append(TimeLeft.words(seconds)).append(". ");
    }
    words.append(answer.basis());
    for (ForeseenDetector detector : answer.detectors()) {
      if (!detector.problem().isEmpty()) {
        words.append('\n').append(detector.name()).append(" will say nothing: ");
        words.append(detector.problem());
      }
    }
    return words.toString();
  }

  /** What to do. */
  Job.InspectDataset order() {
    return order(fields().name().getText().strip());
  }

  private Job.InspectDataset order(String name) {
    Fields now = fields();
    int trusted = now.trusted().getSelectionIndex();
    String clean = now.clean().getText().strip();
    Double share = OrderFields.share(now.falseAlarms());
    Long seed = OrderFields.whole(now.seed());
    return new Job.InspectDataset(
        Job.PROTOCOL,
        read.folder().toString(),
        dataset.name(),
        trusted < 1 ? null : trusting.get(trusted - 1),
        detectors.get(),
        share == null ? 0 : share,
        seed == null ? 0 : seed,
        clean.isEmpty() ? null : clean,
        name.isEmpty() ? null : name);
  }
}
