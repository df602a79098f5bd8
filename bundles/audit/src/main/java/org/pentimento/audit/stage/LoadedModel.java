package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Model;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.shadow.StoredShadows;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.TrainedFiles;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Subject;

/**
 * A model that was made elsewhere. Nothing is trained, and there is no clean twin to compare it
 * with; shadow models of an inspection of it stand in.
 */
final class LoadedModel implements ModelStage {
  private static final String MODEL = "model";

  private final RunContext context;
  private final ImportedModels models;
  private final ModelRecord record;
  private final @Nullable PreparedAttack attack;
  private final String comparison;

  LoadedModel(RunContext context, String model, @Nullable PreparedAttack attack, String comparison)
      throws IOException {
    this.context = context;
    this.models = new ImportedModels(context.caseFile(), context.extensions());
    this.record = models.record(model);
    this.attack = attack;
    this.comparison = comparison;
  }

  @Override
  public String comparison() {
    return comparison;
  }

  @Override
  public Audited audited() {
    try {
      Descriptor d = models.format(record).descriptor();
      return new Audited.Imported(
          record.name(),
          new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), record.settings()));
    } catch (IOException e) {
      throw new IllegalStateException("the plan was read with this format", e);
    }
  }

  @Override
  public Map<Subject, Optional<ModelSource>> ready() {
    return Map.of(Subject.IMPORTED, Optional.of(() -> models.open(record)));
  }

  @Override
  public Step drawing() throws IOException {
    return new Step("draw-imported", inputs());
  }

  private Map<String, Object> inputs() throws IOException {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("comparison", comparison);
    inputs.put("model", named());
    inputs.put("files", record.files());
    inputs.put("digest", context.data().digest());
    if (!context.data().code().isEmpty()) {
      inputs.put("format", context.data().code());
    }
    inputs.put("size", List.of(context.data().width(), context.data().height()));
    inputs.put("test", context.data().test().stream().map(Pair::id).toList());
    PreparedAttack a = attack;
    inputs.put(
        "attack",
        a == null
            ? Map.of()
            : Map.of(
                "trigger", context.use(Kind.TRIGGER, Trigger.class, a.plan().trigger()),
                "strategy",
                    context.use(
                        Kind.POISONING_STRATEGY, PoisoningStrategy.class, a.plan().strategy()),
                "seed", a.plan().seed(),
                "poisoned", a.poisoned(context.data().train())));
    return inputs;
  }

  /** The format under the name that the keys of steps have always had. */
  private ExtensionUse named() throws IOException {
    Descriptor d = models.format(record).descriptor();
    return new ExtensionUse(
        d.id(),
        record.name() + " (" + d.name() + ")",
        d.version(),
        d.citation(),
        record.settings());
  }

  @Override
  public Map<String, String> draw(DrawStage stage) throws IOException, CancelledException {
    TrainedFiles told;
    try (Model model = models.open(record)) {
      told = new TrainedFiles(model.parameters(), List.of(), "", model.provenance());
    }
    Map<String, String> results =
        new TreeMap<>(
            stage.draw(
                comparison,
                Map.of(Subject.IMPORTED, () -> models.open(record)),
                context.data().test(),
                attack));
    results.put(MODEL, context.caseFile().blobs().putJson(told));
    return results;
  }

  @Override
  public ModelFacts facts(Subject subject, Map<String, String> drawn) throws IOException {
    TrainedFiles told =
        context.caseFile().blobs().readJson(Steps.result(drawn, MODEL), TrainedFiles.class);
    return new ModelFacts(
        context.caseFile().blobs().putJson(record),
        record.files().size() == 1
            ? record.files().get(0).sha256()
            : context.caseFile().blobs().putJson(record.files()),
        told.parameters(),
        List.of(),
        "",
        "",
        told.provenance());
  }

  @Override
  public Optional<StoredShadows> shadows() throws IOException {
    return attack == null
        ? Optional.empty()
        : StoredShadows.of(
            context.caseFile(),
            context.extensions(),
            record,
            context.data().width(),
            context.data().height());
  }

  @Override
  public OptionalInt reach() {
    return OptionalInt.empty();
  }

  @Override
  public Attack attack() throws IOException {
    PreparedAttack a = attack;
    if (a == null) {
      throw new IllegalStateException("the comparison has no attack");
    }
    return new Attack(
        context.use(Kind.TRIGGER, Trigger.class, a.plan().trigger()),
        context.use(Kind.POISONING_STRATEGY, PoisoningStrategy.class, a.plan().strategy()),
        0,
        List.of(),
        a.choices(),
        context.caseFile().blobs().putJson(Manifest.of(a, List.of(), context.pngs()::put)));
  }
}
