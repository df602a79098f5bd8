package org.pentimento.casefile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTests;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;

/**
 * An extension that something in a case came from. A case can be read, reported and verified
 * without it; what it did cannot be done again.
 *
 * @param kind of the extension
 * @param id of the extension
 * @param name as a person reads it; the id if the case does not tell
 * @param version of the extension, empty if the case does not tell
 */
public record UsedExtension(Kind kind, String id, String name, String version)
    implements Comparable<UsedExtension> {
  private static final Comparator<UsedExtension> ORDER =
      Comparator.comparing(UsedExtension::kind)
          .thenComparing(UsedExtension::id)
          .thenComparing(UsedExtension::version)
          .thenComparing(UsedExtension::name);

  /** Refuses null. */
  public UsedExtension {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(version, "version");
  }

  /**
   * The extensions that a case's data sets, models and results came from, ordered by kind and id.
   * Results that cannot be read tell none.
   */
  public static Set<UsedExtension> of(CaseFile file) throws IOException {
    Set<UsedExtension> used = new TreeSet<>();
    for (DatasetRecord dataset : file.datasets()) {
      used.add(new UsedExtension(Kind.DATASET_FORMAT, dataset.format(), dataset.format(), ""));
    }
    for (ModelRecord model : file.models()) {
      used.add(
          new UsedExtension(Kind.MODEL_FORMAT, model.format(), model.format(), model.version()));
    }
    for (RunRecord run : file.runs()) {
      if (!run.result().isEmpty()) {
        try {
          used.addAll(of(file, run));
        } catch (BadInputException e) {
          continue; // whoever shows the run says why
        }
      }
    }
    return used;
  }

  private static Set<UsedExtension> of(CaseFile file, RunRecord run) throws IOException {
    return switch (run.kind()) {
      case INSPECTION -> of(Inspections.read(file.blobs(), run.result()));
      case MODEL_INSPECTION -> of(ModelInspections.read(file.blobs(), run.result()));
      case PHOTO_INSPECTION -> of(PhotoInspections.read(file.blobs(), run.result()));
      case MITIGATION -> {
        MitigationResult result = Mitigations.read(file.blobs(), run.result());
        yield of(ModelInspections.read(file.blobs(), result.after()));
      }
      case SELF_TEST -> of(SelfTests.read(file.blobs(), run.result()));
      case MODEL_SELF_TEST -> of(ModelSelfTests.read(file.blobs(), run.result()));
      case AUDIT -> {
        RunResult result = Results.read(file.blobs(), run.result());
        Set<UsedExtension> used = of(result);
        for (AttackInspection inspection : result.inspections()) {
          used.addAll(of(Inspections.read(file.blobs(), inspection.inspection())));
        }
        for (ModelAnswer answer : result.modelInspections()) {
          used.addAll(of(ModelInspections.read(file.blobs(), answer.modelInspection())));
        }
        yield used;
      }
    };
  }

  /** The extensions that the result of an inspection came from, ordered by kind and id. */
  public static Set<UsedExtension> of(InspectionResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    used.add(format(result.data()));
    if (result.trusted() != null) {
      used.add(format(result.trusted()));
    }
    result
        .detectors()
        .forEach(detector -> used.add(of(Kind.DATASET_DETECTOR, detector.extension())));
    return used;
  }

  /** The extensions that the result of an inspection of a model came from, by kind and id. */
  public static Set<UsedExtension> of(ModelInspectionResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    used.add(format(result.trusted()));
    used.add(maker(result.model()));
    result.shadows().forEach(shadow -> used.add(of(Kind.GENERATOR, shadow.generator())));
    result.detectors().forEach(one -> used.add(of(Kind.MODEL_DETECTOR, one.extension())));
    return used;
  }

  /** The extensions that the result of an inspection of photos came from, by kind and id. */
  public static Set<UsedExtension> of(PhotoInspectionResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    used.add(format(result.trusted()));
    used.add(maker(result.model()));
    result.shadows().forEach(shadow -> used.add(of(Kind.GENERATOR, shadow.generator())));
    return used;
  }

  private static UsedExtension maker(InspectedModel model) {
    return of(model.trained() ? Kind.GENERATOR : Kind.MODEL_FORMAT, model.maker());
  }

  /** The extensions that the result of a self-test came from, ordered by kind and id. */
  public static Set<UsedExtension> of(SelfTestResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    used.add(format(result.data()));
    result.detectors().forEach(detector -> used.add(of(Kind.DATASET_DETECTOR, detector)));
    for (SelfTestResult.Trial trial : result.trials()) {
      used.addAll(attack(trial.trigger(), trial.strategy()));
    }
    return used;
  }

  /** The extensions that the result of a self-test of models came from, by kind and id. */
  public static Set<UsedExtension> of(ModelSelfTestResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    used.add(format(result.data()));
    result.generators().forEach(generator -> used.add(of(Kind.GENERATOR, generator)));
    result.detectors().forEach(detector -> used.add(of(Kind.MODEL_DETECTOR, detector)));
    for (TriedModel trial : result.trials()) {
      used.addAll(attack(trial.planted().trigger(), trial.planted().strategy()));
    }
    return used;
  }

  private static Set<UsedExtension> attack(
      @Nullable ExtensionUse trigger, @Nullable ExtensionUse strategy) {
    Set<UsedExtension> used = new TreeSet<>();
    if (trigger != null) {
      used.add(of(Kind.TRIGGER, trigger));
    }
    if (strategy != null) {
      used.add(of(Kind.POISONING_STRATEGY, strategy));
    }
    return used;
  }

  private static UsedExtension format(InspectionResult.InspectedData data) {
    return new UsedExtension(Kind.DATASET_FORMAT, data.format(), data.format(), "");
  }

  /** The extensions that a result came from, but for its inspections, ordered by kind and id. */
  public static Set<UsedExtension> of(RunResult result) {
    Set<UsedExtension> used = new TreeSet<>();
    String data = result.data().format();
    used.add(new UsedExtension(Kind.DATASET_FORMAT, data, data, ""));
    result.metrics().forEach(metric -> used.add(of(Kind.METRIC, metric)));
    for (Comparison comparison : result.comparisons()) {
      ExtensionUse audited = comparison.audited().extension();
      used.add(
          comparison.isImported() // named after the model in results of schema 1
              ? new UsedExtension(Kind.MODEL_FORMAT, audited.id(), audited.id(), audited.version())
              : of(Kind.GENERATOR, audited));
      Comparison.Attack attack = comparison.attack();
      if (attack != null) {
        used.add(of(Kind.TRIGGER, attack.trigger()));
        used.add(of(Kind.POISONING_STRATEGY, attack.strategy()));
      }
    }
    return used;
  }

  private static UsedExtension of(Kind kind, ExtensionUse use) {
    return new UsedExtension(kind, use.id(), use.name(), use.version());
  }

  @Override
  public int compareTo(UsedExtension other) {
    return ORDER.compare(this, other);
  }
}
