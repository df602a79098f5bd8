package org.pentimento.audit.shadow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.audit.training.StoredModel;
import org.pentimento.audit.training.TrainStage;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * Trains shadow models and keeps them in the case, so that the next inspection with the same
 * trusted pairs finds them there. Each is trained without a part of the pairs, and every pair is in
 * one such part: there is a shadow that does not know it.
 */
public final class ShadowModels {
  private static final long FOLDS = 0x666f6c6473L;

  /** With one shadow alone, a third of the pairs is left out. */
  private static final int LEAST_PARTS = 3;

  private final Platform platform;
  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes shadows in an open case.
   *
   * @param environment what trainings may depend on: versions, machine, threads
   */
  public ShadowModels(
      Platform platform,
      CaseFile caseFile,
      Extensions extensions,
      Pngs pngs,
      Map<String, String> environment,
      RunListener listener,
      Progress progress) {
    this.platform = platform;
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.pngs = pngs;
    this.environment = Map.copyOf(environment);
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * A shadow model in the case.
   *
   * @param generator that trained it, with its settings
   * @param seed of its training
   * @param known indices of the pairs that it was trained on
   * @param description SHA-256 of its description
   * @param weights SHA-256 of its weights
   * @param source opens it
   */
  public record Shadow(
      ExtensionUse generator,
      long seed,
      Set<Integer> known,
      String description,
      String weights,
      ModelSource source) {
    /** Keeps a copy that nobody changes. */
    public Shadow {
      known = Set.copyOf(known);
    }
  }

  /**
   * Trains shadows, or finds them where they were trained before.
   *
   * @param steps of the run
   * @param use generator and its settings
   * @param trusted pairs to train on, the test pairs not used
   * @param count how many, at least 1
   * @throws BadInputException if a training diverges
   */
  public List<Shadow> ready(Steps steps, Use use, AuditData trusted, int count, long seed)
      throws IOException, CancelledException {
    List<Integer> order =
        Shuffle.shuffled(
            IntStream.range(0, trusted.train().size()).boxed().toList(),
            new SplittableRandom(seed ^ FOLDS));
    int parts = Math.max(LEAST_PARTS, count);
    List<Shadow> shadows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Set<Integer> known = new TreeSet<>();
      for (int i = 0; i < order.size(); i++) {
        if (i % parts != k) {
          known.add(order.get(i));
        }
      }
      shadows.add(one(steps, use, trusted, known, seed + k));
    }
    return shadows;
  }

  private Shadow one(Steps steps, Use use, AuditData trusted, Set<Integer> known, long seed)
      throws IOException, CancelledException {
    Generator generator = extensions.get(Kind.GENERATOR, Generator.class, use.id());
    AuditData part =
        new AuditData(
            trusted.name(),
            trusted.format(),
            trusted.digest(),
            known.stream().map(trusted.train()::get).toList(),
            List.of(),
            trusted.width(),
            trusted.height(),
            Map.of(),
            trusted.code());
    Map<String, String> trained =
        new TrainStage(platform, caseFile, pngs, listener, progress)
            .once(
                steps,
                "shadow/" + use.id() + "/s" + seed,
                generator,
                use,
                seed,
                part,
                null,
                Map.of(),
                environment);
    if (!trained.containsKey(TrainStage.WEIGHTS)) {
      throw new BadInputException(
          "The training of a shadow model diverged, so that there is nothing to compare with.",
          "Choose other settings for the shadow models, such as a lower learning rate.");
    }
    Descriptor d = generator.descriptor();
    return new Shadow(
        new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values()),
        seed,
        known,
        trained.getOrDefault(TrainStage.DESCRIPTION, ""),
        trained.getOrDefault(TrainStage.WEIGHTS, ""),
        () -> StoredModel.read(caseFile, generator, trained));
  }
}
