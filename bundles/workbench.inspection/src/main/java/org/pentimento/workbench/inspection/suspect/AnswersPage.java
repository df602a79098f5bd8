package org.pentimento.workbench.inspection.suspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExhibitFound.PictureExhibit;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.verdict.InnocentExplanations;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.ModelTruthWords;
import org.pentimento.verdict.Statement;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.inspection.contents.BackgroundReading;
import org.pentimento.workbench.inspection.contents.InspectionPage;
import org.pentimento.workbench.inspection.contents.PictureReader;
import org.pentimento.workbench.inspection.contents.ShownModelInspection;
import org.pentimento.workbench.look.Prose;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.Previews;

/** The verdict on a model: the answers to the three questions, and what they mean. */
public final class AnswersPage implements InspectionPage<ShownModelInspection> {
  private final Previews previews;
  private final SashForm sides;
  private final ScrolledForm cards;
  private final List<AxisCard> answers = new ArrayList<>();
  private final Prose meaning;
  private final BackgroundReading reading;

  /** Makes an empty page. */
  public AnswersPage(Composite parent, Previews previews) {
    this.previews = previews;
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    cards = new ScrolledForm(sides);
    GridLayoutFactory.fillDefaults().margins(12, 6).spacing(0, 8).applyTo(cards.content());
    for (Axis axis : Axis.values()) {
      AxisCard card = new AxisCard(cards.content(), axis);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(card.control());
      answers.add(card);
    }
    meaning = new Prose(sides, "What this means");
    sides.setWeights(58, 42);
    reading = new BackgroundReading(sides);
  }

  @Override
  public Control control() {
    return sides;
  }

  @Override
  public void show(ShownModelInspection inspection) {
    ModelInspectionResult result = inspection.result();
    for (AxisFound found : result.axes()) {
      answers.stream()
          .filter(card -> card.axis() == found.axis())
          .forEach(card -> card.show(result, found));
    }
    List<Statement> said = new ArrayList<>();
    said.add(ModelInspectionWords.verdict(result));
    ModelTruthWords.sentence(result).ifPresent(words -> said.add(plain(words)));
    ModelInspectionWords.score(result).ifPresent(words -> said.add(plain(words)));
    said.add(plain(ModelInspectionWords.meaning(result)));
    ModelInspectionWords.worth(result).forEach(words -> said.add(plain(words)));
    said.add(plain(ModelInspectionWords.repeats(inspection.earlier())));
    meaning.show(said, "Innocent explanations", InnocentExplanations.of(result));
    cards.fit();
    PictureReader reader = new PictureReader(inspection, previews);
    reading.read(
        "Reading pictures of an inspection",
        0,
        () -> {
          Map<Axis, List<TitledPicture>> read = pictures(result, reader);
          return () -> {
            answers.forEach(card -> card.show(read.getOrDefault(card.axis(), List.of())));
            cards.fit();
          };
        });
  }

  private static Statement plain(String words) {
    return new Statement("", words);
  }

  /** The sheets of the detectors that looked into a question, each shown once; trigger pictures. */
  private static Map<Axis, List<TitledPicture>> pictures(
      ModelInspectionResult result, PictureReader reader) {
    Map<Axis, List<TitledPicture>> all = new EnumMap<>(Axis.class);
    Set<ExhibitFound> shown = new HashSet<>();
    for (Axis axis : Axis.values()) {
      List<TitledPicture> own = new ArrayList<>();
      Set<String> detectors = new HashSet<>();
      for (MeasuredLook look : result.looks()) {
        if (look.look().axis() == axis) {
          detectors.add(look.detector());
        }
      }
      for (ExhibitFound exhibit : result.exhibits()) {
        if (exhibit instanceof PictureExhibit picture
            && detectors.contains(picture.detector())
            && shown.add(exhibit)) {
          own.add(new TitledPicture(picture.caption(), reader.stored(picture.image())));
        }
      }
      if (axis == Axis.SHOWN_TRIGGER) {
        for (TriggerFound trigger : result.triggers()) {
          own.add(
              new TitledPicture(
                  ModelInspectionWords.title(trigger), reader.stored(trigger.pattern().image())));
          for (PictureFound picture : trigger.pictures()) {
            own.add(new TitledPicture(picture.caption(), reader.stored(picture.image())));
          }
        }
      }
      all.put(axis, own);
    }
    return all;
  }

  @Override
  public void setFocus() {
    meaning.setFocus();
  }
}
