package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.shadow.StoredShadows;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.StoredModel;
import org.pentimento.audit.training.TrainStage;
import org.pentimento.audit.training.TrainedFiles;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Subject;
import org.pentimento.plan.Use;

/** A clean and, with an attack, a poisoned model of one generator and seed, trained in the run. */
final class TrainedModels implements ModelStage {
  private final RunContext context;
  private final Use use;
  private final Generator generator;
  private final long seed;
  private final @Nullable PreparedAttack attack;
  private final String comparison;
  private final Map<Subject, Map<String, String>> files = new EnumMap<>(Subject.class);

  TrainedModels(
      RunContext context, Use use, long seed, @Nullable PreparedAttack attack, String comparison)
      throws IOException {
    this.context = context;
    this.use = use;
    this.generator = context.extensions().get(Kind.GENERATOR, Generator.class, use.id());
    this.seed = seed;
    this.attack = attack;
    this.comparison = comparison;
  }

  @Override
  public String comparison() {
    return comparison;
  }

  @Override
  public Audited audited() {
    return new Audited.Trained(context.use(Kind.GENERATOR, Generator.class, use), seed);
  }

  @Override
  public Map<Subject, Optional<ModelSource>> ready() throws IOException, CancelledException {
    Map<Subject, Optional<ModelSource>> sources = new LinkedHashMap<>();
    sources.put(Subject.CLEAN, source(files(Subject.CLEAN)));
    if (attack != null) {
      sources.put(Subject.POISONED, source(files(Subject.POISONED)));
    }
    return sources;
  }

  private Optional<ModelSource> source(Map<String, String> trained) {
    return trained.containsKey(TrainStage.WEIGHTS)
        ? Optional.of(() -> StoredModel.read(context.caseFile(), generator, trained))
        : Optional.empty();
  }

  private Map<String, String> files(Subject subject) throws IOException, CancelledException {
    Map<String, String> trained = files.get(subject);
    if (trained == null) {
      trained = train(subject == Subject.POISONED ? attack : null);
      files.put(subject, trained);
    }
    return trained;
  }

  private Map<String, String> train(@Nullable PreparedAttack poisoning)
      throws IOException, CancelledException {
    String title =
        poisoning == null
            ? use.id() + "/" + Subject.CLEAN.word() + "/s" + seed
            : comparison + "/" + Subject.POISONED.word();
    return new TrainStage(
            context.platform(),
            context.caseFile(),
            context.pngs(),
            context.listener(),
            context.progress())
        .once(
            context.steps(),
            title,
            generator,
            use,
            seed,
            context.data(),
            poisoning,
            poisoning == null ? Map.of() : context.attackInputs(poisoning),
            context.environment());
  }

  @Override
  public Step drawing() throws IOException, CancelledException {
    ready();
    Map<String, Object> models = new TreeMap<>();
    files.forEach((subject, trained) -> models.put(subject.word(), trained));
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("models", models);
    inputs.put("data", context.dataInputs(true));
    inputs.put("attack", attack == null ? Map.of() : context.attackInputs(attack));
    return new Step("draw", inputs);
  }

  @Override
  public Map<String, String> draw(DrawStage stage) throws IOException, CancelledException {
    Map<Subject, ModelSource> sources = new LinkedHashMap<>();
    ready().forEach((subject, source) -> source.ifPresent(s -> sources.put(subject, s)));
    return stage.draw(comparison, sources, context.data().test(), attack);
  }

  @Override
  public ModelFacts facts(Subject subject, Map<String, String> drawn)
      throws IOException, CancelledException {
    Map<String, String> trained = files(subject);
    TrainedFiles record =
        context
            .caseFile()
            .blobs()
            .readJson(Steps.result(trained, TrainStage.RECORD), TrainedFiles.class);
    Map<String, String> environment = new TreeMap<>(record.provenance());
    environment.remove(TrainedFiles.ENDED); // of this one model, not of the run
    return new ModelFacts(
        trained.getOrDefault(TrainStage.DESCRIPTION, ""),
        trained.getOrDefault(TrainStage.WEIGHTS, ""),
        record.parameters(),
        record.losses(),
        record.diverged(),
        record.ended(),
        environment);
  }

  @Override
  public Optional<StoredShadows> shadows() {
    return Optional.empty();
  }

  @Override
  public OptionalInt reach() {
    return OptionalInt.of(
        generator.reach(use.settings(), context.data().width(), context.data().height()));
  }

  @Override
  public Attack attack() throws IOException, CancelledException {
    PreparedAttack a = attack;
    if (a == null) {
      throw new IllegalStateException("the comparison has no attack");
    }
    List<String> ids = a.poisoned(context.data().train());
    return new Attack(
        context.use(Kind.TRIGGER, Trigger.class, a.plan().trigger()),
        context.use(Kind.POISONING_STRATEGY, PoisoningStrategy.class, a.plan().strategy()),
        (double) ids.size() / context.data().train().size(),
        ids,
        a.choices(),
        Steps.result(files(Subject.POISONED), TrainStage.MANIFEST));
  }
}
