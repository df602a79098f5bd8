package org.pentimento.detector.inversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.sketching.Budget;
import org.pentimento.detector.sketching.Budget.Share;
import org.pentimento.detector.sketching.Budget.Sizes;
import org.pentimento.detector.sketching.Objective;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sheet;
import org.pentimento.detector.sketching.Sitter;

/**
 * Looks for a second mode: one tiny change, the same for all photos, that takes the ink or the
 * variety from the sketches of photos that it was not sought on. A clean model gives way to it too,
 * but less; how much less is what shadow models tell.
 */
@Component(service = ModelDetector.class)
public final class SecondModeDetector implements ModelDetector {
  private static final int LEAST = 8;
  private static final int SHOWN = 4;
  private static final Sizes SIZES = new Sizes(.03, .002, .3);

  /** Values below this are as good as nothing; their ratios say nothing. */
  private static final double NOTHING = .02;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "second-mode",
              "A second mode",
              "1.3.0",
              "Seeks one tiny change of all photos that takes the ink or the variety from a model's"
                  + " sketches, or, from afar, the ink of one part of the face, and compares how"
                  + " much it takes with what it takes from clean models.",
              "Pentimento; after S. Moosavi-Dezfooli et al.: Universal Adversarial Perturbations."
                  + " CVPR 2017, and X. Xu et al.: Towards Reliable and Efficient Backdoor Trigger"
                  + " Inversion via Decoupling Benign Features. ICLR 2024")
          .needing(Need.INPUT_GRADIENT);

  /** An amount that is taken, and how much of it shadow models may lose. */
  private enum Aim {
    INK(
        Objective.INK,
        new Look("ink", "Ink", Axis.SECOND_MODE, Harm.INK, Scale.RATIO, .15, 1),
        new Share(.20, .25)),
    VARIETY(
        Objective.VARIETY,
        new Look("variety", "Variety", Axis.SECOND_MODE, Harm.VARIETY, Scale.RATIO, .15, 1),
        new Share(.40, .50));

    private final Objective objective;
    private final Look look;
    private final Share share;

    Aim(Objective objective, Look look, Share share) {
      this.objective = objective;
      this.look = look;
      this.share = share;
    }
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    List<Look> looks = new ArrayList<>(List.of(Aim.INK.look, Aim.VARIETY.look));
    looks.addAll(PartsFromAfar.looks());
    return List.copyOf(looks);
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Attacks that add to a sketch or change a part of it other than the eyes, the nose and"
        + " the mouth, and triggers that work only where they are large; where eye points"
        + " are unknown, the upper, middle and lower third of the photo stand for these"
        + " parts.";
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    Photos photos = Photos.of(suspect.pairs(), seed);
    Sitter subject = Sitter.of(suspect.model(), photos);
    List<Value> values = new ArrayList<>();
    List<Exhibit> exhibits = new ArrayList<>();
    List<Perturbation> perturbations = new ArrayList<>();
    ModelFinding parts = null;
    for (Aim aim : Aim.values()) {
      progress.begin("Seeking a change that takes " + aim.look.name().toLowerCase(Locale.ROOT), 0);
      Budget budget =
          Budget.of(
              suspect.shadows(),
              aim.share,
              SIZES,
              (shadow, epsilon) -> taken(shadow, photos, aim, epsilon, seed, progress),
              progress);
      UniversalPerturbation found = seek(subject, photos, aim, budget.size(), seed, progress);
      double effect = subject.effect(found.on(photos.verify()), aim.objective);
      values.add(
          Value.of(
              aim.look.id(),
              Math.max(NOTHING, effect),
              budget.effects().stream().map(e -> Math.max(NOTHING, e)).toList()));
      exhibits.add(picture(found, subject, photos, aim));
      Image first = photos.verify().get(0);
      perturbations.add(
          Perturbation.of(
              aim.look.id(), first.width(), first.height(), found.change(), budget.size()));
      if (aim == Aim.INK) {
        progress.begin("Seeking a change that takes a part of the face from afar", 0);
        parts =
            new PartsFromAfar(photos, budget.size(), seed, progress)
                .of(subject, suspect, effect, budget.effects());
      }
    }
    if (parts == null) {
      throw new IllegalStateException("no change was sought that takes ink");
    }
    values.addAll(parts.values());
    exhibits.addAll(parts.exhibits());
    perturbations.addAll(parts.perturbations());
    return new ModelFinding(values, null, exhibits, perturbations);
  }

  private static double taken(
      Shadow shadow, Photos photos, Aim aim, double epsilon, long seed, Progress progress)
      throws CancelledException {
    try {
      Sitter clean = Sitter.of(shadow.model(), photos);
      UniversalPerturbation found = seek(clean, photos, aim, epsilon, seed, progress);
      return clean.effect(found.on(photos.verify()), aim.objective);
    } catch (BadInputException e) {
      throw new IllegalStateException("a shadow model without gradients", e);
    }
  }

  private static UniversalPerturbation seek(
      Sitter subject, Photos photos, Aim aim, double epsilon, long seed, Progress progress)
      throws CancelledException {
    return UniversalPerturbation.seek(
        subject.gradients(), photos.seek(), aim.objective, epsilon, seed, progress);
  }

  private static Picture picture(
      UniversalPerturbation found, Sitter subject, Photos photos, Aim aim) {
    List<Image> few = photos.verify().subList(0, Math.min(SHOWN, photos.verify().size()));
    List<Image> moved = found.on(few);
    return new Picture(
        "Photos with the change that takes "
            + aim.look.name().toLowerCase(Locale.ROOT)
            + ", what the model draws of them, and what it draws of the photos as they are",
        Sheet.of(
            List.of(moved, subject.model().sketch(moved), subject.shown().subList(0, few.size()))));
  }
}
