package org.pentimento.casefile.result;

import java.util.List;
import java.util.Map;

/**
 * All that a run found. Holds no times and no paths, so that an undisturbed and a resumed run give
 * the same bytes.
 *
 * @param schema of the document that it was read from: 1, 2, 3 or {@value #SCHEMA}
 * @param name of the plan
 * @param plan SHA-256 of the plan's blob, as it was used, defaults filled in
 * @param environment product version, Java, processor, threads, device, native build and the like,
 *     by name
 * @param data what was used
 * @param metrics what was measured with, in the order in which tables show them
 * @param comparisons one for each generator, attack and seed, in the plan's order
 * @param inspections of the training pairs as the attacks left them, one for each attack and seed,
 *     in the plan's order; empty if the plan has no detectors of data sets. What detectors of
 *     earlier versions said of models is not read any more
 * @param modelInspections of the models that were trained, each once, in the order of the
 *     comparisons; empty if the plan has no detectors of models
 * @param lost what failing extensions kept the run from finding out; empty if there is nothing
 */
public record RunResult(
    int schema,
    String name,
    String plan,
    Map<String, String> environment,
    DataUsed data,
    List<ExtensionUse> metrics,
    List<Comparison> comparisons,
    List<AttackInspection> inspections,
    List<ModelAnswer> modelInspections,
    List<LostPart> lost) {
  /** The schema that is written. */
  public static final int SCHEMA = 4;

  /** A result of a run that lost nothing. */
  public RunResult(
      int schema,
      String name,
      String plan,
      Map<String, String> environment,
      DataUsed data,
      List<ExtensionUse> metrics,
      List<Comparison> comparisons,
      List<AttackInspection> inspections,
      List<ModelAnswer> modelInspections) {
    this(
        schema,
        name,
        plan,
        environment,
        data,
        metrics,
        comparisons,
        inspections,
        modelInspections,
        List.of());
  }

  /** A result of a plan without detectors of models. */
  public RunResult(
      int schema,
      String name,
      String plan,
      Map<String, String> environment,
      DataUsed data,
      List<ExtensionUse> metrics,
      List<Comparison> comparisons,
      List<AttackInspection> inspections) {
    this(schema, name, plan, environment, data, metrics, comparisons, inspections, List.of());
  }

  /** A copy with another environment. */
  public RunResult with(Map<String, String> other) {
    return new RunResult(
        schema, name, plan, other, data, metrics, comparisons, inspections, modelInspections, lost);
  }

  /**
   * The data of a run.
   *
   * @param dataset name in the case
   * @param format id of the dataset format
   * @param digest SHA-256 of the list of the data set's file hashes or of the settings that made it
   * @param train ids of the training pairs
   * @param test ids of the test pairs
   * @param width of the images the networks saw
   * @param height of the images the networks saw
   * @param skipped pairs that could not be used and why, by id
   */
  public record DataUsed(
      String dataset,
      String format,
      String digest,
      List<String> train,
      List<String> test,
      int width,
      int height,
      Map<String, String> skipped) {}
}
