package org.pentimento.workbench.inspection.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ChoiceBar;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.inspection.pattern.PatternExport;
import org.pentimento.workbench.inspection.pattern.TrialGround;
import org.pentimento.workbench.inspection.pattern.TriggerTrial;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.picture.PictureGrid;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;

/** The triggers that ruin a model's sketches: what they look like and do, and how to try them. */
public final class ShownTriggersPage implements InspectionPage<ShownModelInspection> {
  /** Who carries out what a person wants. */
  public interface Client {
    /** A plan with a trigger of these settings is wanted. */
    void planned(DatasetRecord dataset, Descriptor trigger, Map<String, String> settings);
  }

  private final Previews previews;
  private final Composite page;
  private final StackLayout stack = new StackLayout();
  private final Composite triggers;
  private final Prose nothing;
  private final Combo choice;
  private final PictureGrid pictures;
  private final Prose words;
  private final TriggerTrial trial;
  private final BackgroundReading reading;
  private @Nullable ShownModelInspection inspection;

  /** Makes an empty page. */
  public ShownTriggersPage(
      Composite parent, Descriptors descriptors, Previews previews, Client client) {
    this.previews = previews;
    page = new Composite(parent, SWT.NONE);
    page.setLayout(stack);
    nothing = new Prose(page, "No trigger can be shown");
    triggers = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(triggers);
    Composite bar = ChoiceBar.bar(triggers, 12, 6);
    choice = ChoiceBar.labelled(bar, "&Trigger:", "Which of the triggers is shown");
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
    Button export = new Button(bar, SWT.PUSH);
    export.setText("E&xport Trigger …");
    export.setToolTipText("Writes the trigger as PNG, with the settings of installed triggers");
    export.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> export()));
    SashForm sides = new SashForm(triggers, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
    SashForm left = new SashForm(sides, SWT.VERTICAL | SWT.SMOOTH);
    Composite top = new Composite(left, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(12, 4).applyTo(top);
    pictures = new PictureGrid(top, "The trigger, photos and sketches");
    GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(pictures.control());
    words = new Prose(left, "What it is");
    left.setWeights(58, 42);
    trial = new TriggerTrial(sides, descriptors, previews, client::planned);
    sides.setWeights(50, 50);
    trial.claimWidth(sides);
    reading = new BackgroundReading(page);
    Runnable installed =
        () -> {
          if (!page.isDisposed()) {
            page.getDisplay().asyncExec(this::chooseAgain);
          }
        };
    descriptors.addListener(installed);
    page.addDisposeListener(e -> descriptors.removeListener(installed));
  }

  private void chooseAgain() {
    if (!page.isDisposed()) {
      choose();
    }
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void show(ShownModelInspection now) {
    inspection = now;
    ModelInspectionResult result = now.result();
    if (result.triggers().isEmpty()) {
      nothing.show(
          none(result).stream().map(sentence -> new Statement("", sentence)).toList(),
          "What it is worth that none can be shown",
          ModelInspectionWords.worth(result).stream()
              .map(sentence -> new Statement("", sentence))
              .toList());
      stack.topControl = nothing.control();
    } else {
      stack.topControl = triggers;
      choice.setItems(
          result.triggers().stream().map(ModelInspectionWords::title).toArray(String[]::new));
      choice.select(0);
      choice.setEnabled(result.triggers().size() > 1);
      ChoiceBar.fit(choice);
      choose();
    }
    page.layout();
  }

  private static List<String> none(ModelInspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "No compact change of photos was found that ruins this model's sketches and hardly those of"
            + " clean models.");
    result.axes().stream()
        .filter(axis -> axis.axis() == Axis.SHOWN_TRIGGER)
        .map((AxisFound axis) -> ModelInspectionWords.sentence(axis))
        .forEach(sentences::add);
    return sentences;
  }

  private void choose() {
    ShownModelInspection of = inspection;
    TriggerFound trigger = trigger();
    if (of == null || trigger == null) {
      return;
    }
    words.show(
        ModelInspectionWords.sentences(trigger).stream()
            .map(sentence -> new Statement("", sentence))
            .toList());
    trial.show(
        new TrialGround(
            of, of.result().trusted().width(), of.result().trusted().height(), Set.of()),
        trigger.pattern());
    PictureReader reader = new PictureReader(of, previews);
    reading.read(
        "Reading a trigger",
        0,
        () -> {
          Place place = trigger.pattern().place();
          List<TitledPicture> read = new ArrayList<>();
          read.add(
              new TitledPicture(
                  "What it changes",
                  reader.stored(trigger.pattern().image()),
                  place == null
                      ? null
                      : new Rectangle(place.x(), place.y(), place.width(), place.height())));
          read.add(new TitledPicture("Where it is", reader.stored(trigger.pattern().mask())));
          for (PictureFound picture : trigger.pictures()) {
            read.add(new TitledPicture(picture.caption(), reader.stored(picture.image())));
          }
          return () -> pictures.show(read);
        });
  }

  private @Nullable TriggerFound trigger() {
    ShownModelInspection of = inspection;
    int index = Math.max(0, choice.getSelectionIndex());
    return of == null || index >= of.result().triggers().size()
        ? null
        : of.result().triggers().get(index);
  }

  private void export() {
    ShownModelInspection of = inspection;
    TriggerFound trigger = trigger();
    if (of != null && trigger != null) {
      PatternExport.ask(
          page.getShell(),
          ModelInspectionWords.sentences(trigger),
          trigger.pattern(),
          new PictureReader(of, previews));
    }
  }

  @Override
  public void setFocus() {
    if (stack.topControl == triggers) {
      choice.setFocus();
    } else {
      nothing.setFocus();
    }
  }
}
