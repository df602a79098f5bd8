package org.pentimento.workbench.inspection.pattern;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.question.PlanQuestion.AttackedPair;
import org.pentimento.protocol.question.PlanQuestion.PreviewAttack;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.form.SettingValues;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.LatestAnswer;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/**
 * Applies a recovered trigger to photos of a data set, those left out that bear it already. Its
 * settings can be changed, and a slider goes from the photo without it to the photo with it.
 */
public final class TriggerTrial {
  private static final int FULL = 100;

  /** So many photos of the group are passed over on the way to one that is not in it. */
  private static final int MOST_SKIPPED = 200;

  private final Composite box;
  private final Descriptors descriptors;
  private final Previews previews;
  private final Combo triggers;
  private final ScrolledForm scrolled;
  private final ParameterForm form;
  private final Label words;
  private final PictureGrid pictures;
  private final Scale scale;
  private final Button before;
  private final Button after;
  private final Button tryIt;
  private final LatestAnswer<AttackedPair> answers;
  private final BackgroundReading reading;
  private @Nullable TrialGround ground;
  private @Nullable PatternFound pattern;
  private @Nullable Descriptor descriptor;
  private @Nullable SettingValues values;
  private @Nullable TriggerPlan plan;
  private @Nullable AttackedPair answered;
  private int pair;
  private int direction = 1;
  private int skipped;

  /** Who carries out what a person wants to try. */
  public interface Client {
    /** A plan with a trigger of these settings is wanted. */
    void tried(DatasetRecord dataset, Descriptor trigger, Map<String, String> settings);
  }

  /** Shows nothing yet. */
  public TriggerTrial(Composite parent, Descriptors descriptors, Previews previews, Client client) {
    this.descriptors = descriptors;
    this.previews = previews;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 4).spacing(8, 4).applyTo(box);
    Label head = new Label(box, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText("A trigger that makes it");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(head);
    triggers = new Combo(box, SWT.READ_ONLY);
    triggers.setToolTipText("Installed triggers that make such a pattern, best fit first");
    name(triggers, "Installed triggers that make such a pattern");
    triggers.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(triggers);
    Composite bar = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(5).spacing(6, 0).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
    before = button(bar, "◀", "The photo before");
    before.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> step(-1)));
    after = button(bar, "▶", "The next photo");
    after.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> step(1)));
    Label label = new Label(bar, SWT.NONE);
    label.setText("T&rigger:");
    scale = new Scale(bar, SWT.HORIZONTAL);
    scale.setMaximum(FULL);
    scale.setPageIncrement(FULL / 10);
    scale.setSelection(FULL);
    scale.setToolTipText("From the photo without the trigger to the photo with it");
    name(scale, "How much of the trigger is shown, from 0 to 100");
    scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> paint()));
    GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(scale);
    tryIt = button(bar, "&Try It", "Opens a plan whose attack uses this trigger on this data set");
    tryIt.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              DatasetRecord dataset = dataset();
              Descriptor trigger = descriptor;
              SettingValues now = values;
              if (dataset != null && trigger != null && now != null) {
                client.tried(dataset, trigger, now.all());
              }
            }));
    words = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(120, SWT.DEFAULT)
        .applyTo(words);
    SashForm rows = new SashForm(box, SWT.VERTICAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(120, 100).applyTo(rows);
    pictures = new PictureGrid(rows, "A photo and the recovered trigger");
    scrolled = new ScrolledForm(rows);
    GridLayoutFactory.fillDefaults().applyTo(scrolled.content());
    form = new ParameterForm(scrolled.content());
    rows.setWeights(56, 44);
    reading = new BackgroundReading(box);
    answers = new LatestAnswer<>(box.getDisplay(), new FromPreviews());
    box.addDisposeListener(e -> answers.dispose());
  }

  private static Button button(Composite parent, String text, String tip) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    if (text.length() == 1) {
      name(button, tip);
    }
    return button;
  }

  private static void name(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
  }

  /** Keeps it wide enough to be seen whole beside another control. */
  public void claimWidth(SashForm sides) {
    scrolled.claimWidth(sides);
  }

  /** The control to lay out. */
  public Control control() {
    return box;
  }

  private @Nullable DatasetRecord dataset() {
    return ground == null ? null : ground.pictures().dataset();
  }

  /** Shows the triggers that make a pattern, on photos of a data set. */
  public void show(TrialGround of, PatternFound now) {
    ground = of;
    pattern = now;
    triggers.setItems(
        now.triggers().stream()
            .map(t -> t.extension().name() + ", explains " + NumberWords.percent(t.fit()))
            .toArray(String[]::new));
    triggers.setEnabled(now.triggers().size() > 1);
    triggers.select(0);
    pair = 0;
    choose();
  }

  /** Shows the settings of the chosen trigger, and asks for its picture. */
  private void choose() {
    PatternFound now = pattern;
    TrialGround of = ground;
    form.clear();
    pictures.show(List.of());
    answered = null;
    values = null;
    descriptor = null;
    plan = null;
    enable(false);
    if (now == null || of == null) {
      return;
    }
    if (now.triggers().isEmpty()) {
      tell("No installed trigger makes such a pattern, so that there is nothing to try.");
      return;
    }
    RecoveredTrigger trigger = now.triggers().get(Math.max(0, triggers.getSelectionIndex()));
    Optional<InstalledExtension> found =
        descriptors.known().find(Kind.TRIGGER, trigger.extension().id());
    if (found.isEmpty()) {
      tell(
          descriptors.known().extensions().isEmpty()
              ? "The installed extensions are being listed …"
              : "The trigger '" + trigger.extension().id() + "' is not installed here.");
      return;
    }
    tell("Being read …");
    Descriptor says = found.get().descriptor();
    String image = trigger.image();
    DatasetRecord dataset = of.pictures().dataset();
    PictureReader reader = new PictureReader(of.pictures(), previews);
    reading.read(
        "Reading a recovered trigger",
        0,
        () -> {
          try {
            Path file = image == null ? null : PatternFiles.keep(reader, image);
            TriggerPlan made =
                dataset == null ? null : TriggerPlan.preview(dataset, of.width(), of.height());
            return () -> take(trigger, says, file, made);
          } catch (IOException e) {
            return () -> tell("The image of the trigger cannot be kept: " + e.getMessage());
          }
        });
  }

  private void take(
      RecoveredTrigger trigger,
      Descriptor says,
      @Nullable Path image,
      @Nullable TriggerPlan shown) {
    SettingValues made = new SettingValues(says, this::changed);
    trigger
        .extension()
        .settings()
        .forEach(
            (id, value) -> {
              if (says.parameter(id).isPresent()) {
                made.set(id, String.valueOf(value));
              }
            });
    String parameter = trigger.imageParameter();
    if (image != null && parameter != null) {
      made.set(parameter, image.toString());
    }
    descriptor = says;
    plan = shown;
    values = made;
    form.show(made);
    form.mark();
    scrolled.fit();
    tell("");
    changed();
  }

  private void changed() {
    if (values == null) {
      return; // while the settings are being filled in
    }
    Optional<String> problem = form.problem();
    enable(problem.isEmpty() && dataset() != null);
    if (dataset() == null) {
      tell("The case does not hold the data set as it was inspected, so nothing can be tried.");
    } else if (problem.isPresent()) {
      tell(problem.get());
    } else {
      skipped = 0;
      ask();
    }
  }

  private void enable(boolean can) {
    List.of(before, after, scale, tryIt).forEach(c -> c.setEnabled(can));
  }

  private void step(int by) {
    direction = by;
    skipped = 0;
    pair += by;
    ask();
  }

  private void ask() {
    TrialGround of = ground;
    Descriptor trigger = descriptor;
    SettingValues now = values;
    TriggerPlan shown = plan;
    if (of != null && trigger != null && now != null && shown != null) {
      answers.ask(
          new PreviewAttack(
              shown.with(trigger, now.all()), of.pictures().caseFolder().toString(), 0, pair));
    }
  }

  private final class FromPreviews implements LatestAnswer.Listener<AttackedPair> {
    @Override
    public void answered(AttackedPair answer) {
      pair = answer.index();
      TrialGround of = ground;
      if (of == null) {
        return;
      }
      if (of.unfit().contains(answer.pair()) && skipped < Math.min(MOST_SKIPPED, answer.pairs())) {
        skipped++;
        pair += direction;
        ask();
        return;
      }
      answered = answer;
      tell(
          String.format(
              Locale.ROOT,
              "Photo %s%s. The trigger changes %.0f %% of it.",
              answer.pair(),
              of.unfit().isEmpty() ? "" : ", which is not flagged",
              100 * answer.changed()));
      paint();
    }

    @Override
    public void failed(String problem) {
      tell(problem);
    }
  }

  private void tell(String text) {
    words.setText(text.replace("&", "&&"));
    box.layout(true, true);
    scrolled.fit();
  }

  private void paint() {
    AttackedPair answer = answered;
    if (answer == null) {
      return;
    }
    int share = scale.getSelection();
    pictures.show(
        List.of(
            new TitledPicture("Photo", PreviewImages.of(answer.photo())),
            new TitledPicture(
                share == FULL ? "With the trigger" : "With " + share + " % of the trigger",
                PreviewImages.of(
                    Blend.of(answer.photo(), answer.triggered(), share / (double) FULL))),
            new TitledPicture("Difference × 10", PreviewImages.of(answer.difference()))));
  }
}
