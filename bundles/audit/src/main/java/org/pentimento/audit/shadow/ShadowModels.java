package org.pentimento.audit.shadow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
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
   * @param trusted pairs, all in one size
   * @param digest SHA-256 that stands for the data set
   * @param count how many, at least 1
   * @throws BadInputException if a training diverges
   */
  public List<Shadow> ready(
      Steps steps,
      Use use,
      List<Pair> trusted,
      String digest,
      int width,
      int height,
      int count,
      long seed)
      throws IOException, CancelledException {
    Generator generator = extensions.get(Kind.GENERATOR, Generator.class, use.id());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < trusted.size(); i++) {
      order.add(i);
    }
    order = Shuffle.shuffled(order, new SplittableRandom(seed ^ FOLDS));
    int parts = Math.max(LEAST_PARTS, count);
    List<Shadow> shadows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Set<Integer> known = new TreeSet<>();
      for (int i = 0; i < order.size(); i++) {
        if (i % parts != k) {
          known.add(order.get(i));
        }
      }
      shadows.add(one(steps, generator, use, trusted, known, digest, width, height, seed + k));
    }
    return shadows;
  }

  private Shadow one(
      Steps steps,
      Generator generator,
      Use use,
      List<Pair> trusted,
      Set<Integer> known,
      String digest,
      int width,
      int height,
      long seed)
      throws IOException, CancelledException {
    List<Pair> train = known.stream().map(trusted::get).toList();
    Descriptor d = generator.descriptor();
    ExtensionUse used =
        new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put(
        "generator", Map.of("id", d.id(), "version", d.version(), "settings", used.settings()));
    inputs.put("seed", seed);
    Map<String, Object> data = new TreeMap<>();
    data.put("digest", digest);
    data.put("width", width);
    data.put("height", height);
    data.put("train", train.stream().map(Pair::id).toList());
    inputs.put("data", data);
    inputs.put("attack", Map.of());
    inputs.put("environment", environment);
    String title = "shadow/" + use.id() + "/s" + seed;
    String scratch = "training-" + Steps.key("train", inputs).substring(0, 16);
    AuditData pairs =
        new AuditData("trusted pairs", "", digest, train, List.of(), width, height, Map.of());
    Map<String, String> trained =
        steps.once(
            "train",
            inputs,
            () ->
                new TrainStage(platform, caseFile, pngs, listener, progress)
                    .train(steps.run(), title, scratch, generator, use, seed, pairs, null));
    if (!trained.containsKey(TrainStage.WEIGHTS)) {
      throw new BadInputException(
          "The training of a shadow model diverged, so that there is nothing to compare with.",
          "Choose other settings for the shadow models, such as a lower learning rate.");
    }
    return new Shadow(
        used,
        seed,
        known,
        trained.getOrDefault(TrainStage.DESCRIPTION, ""),
        trained.getOrDefault(TrainStage.WEIGHTS, ""),
        () -> StoredModel.read(caseFile, generator, trained));
  }
}
