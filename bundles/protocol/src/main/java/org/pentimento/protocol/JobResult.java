package org.pentimento.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.casefile.RunTime;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.HashMiss;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.Sight;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.model.ModelVerdict;

/**
 * What a {@link Job} that is done says of its work, as one JSON object whose {@code of} tells the
 * kind of job.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JobResult.OfImport.class, name = "import"),
  @JsonSubTypes.Type(value = JobResult.OfImportModel.class, name = "import-model"),
  @JsonSubTypes.Type(value = JobResult.OfRun.class, name = "run"),
  @JsonSubTypes.Type(value = JobResult.OfEstimate.class, name = "estimate"),
  @JsonSubTypes.Type(value = JobResult.OfPoison.class, name = "poison"),
  @JsonSubTypes.Type(value = JobResult.OfSynthesize.class, name = "synthesize"),
  @JsonSubTypes.Type(value = JobResult.OfDraw.class, name = "draw"),
  @JsonSubTypes.Type(value = JobResult.OfExportModel.class, name = "export-model"),
  @JsonSubTypes.Type(value = JobResult.OfMeasure.class, name = "measure"),
  @JsonSubTypes.Type(value = JobResult.OfInspectDataset.class, name = "inspect-dataset"),
  @JsonSubTypes.Type(value = JobResult.OfInspectModel.class, name = "inspect-model"),
  @JsonSubTypes.Type(value = JobResult.OfInspectPhoto.class, name = "inspect-photo"),
  @JsonSubTypes.Type(value = JobResult.OfMitigate.class, name = "mitigate"),
  @JsonSubTypes.Type(value = JobResult.OfSelfTest.class, name = "self-test"),
  @JsonSubTypes.Type(value = JobResult.OfProficiency.class, name = "proficiency"),
  @JsonSubTypes.Type(value = JobResult.OfTryDevice.class, name = "try-device")
})
public sealed interface JobResult {
  /**
   * Of {@link Job.Import}.
   *
   * @param dataset its name in the case
   * @param format id of the format
   * @param pairs how many there are
   * @param splits how many of them are meant for what
   * @param skipped files that are part of no pair
   * @param hashes how the files compared with a hash list, null if none was given
   */
  record OfImport(
      String dataset,
      String format,
      int pairs,
      SplitCounts splits,
      List<SkippedFile> skipped,
      @Nullable HashesCompared hashes)
      implements JobResult {}

  /**
   * How files compared with a list of hashes.
   *
   * @param check how many did and did not, as it stands in the case
   * @param misses entries of the list whose content no file has
   * @param extras paths of files whose content is not listed
   */
  record HashesCompared(HashCheck check, List<HashMiss> misses, List<String> extras) {}

  /** How many pairs the data set means for training and testing. */
  record SplitCounts(int train, int test) {}

  /**
   * Of {@link Job.ImportModel}.
   *
   * @param model its name in the case
   * @param format id of the format
   * @param recognised what it seems to be, in words
   * @param settings all of them, by parameter id
   * @param assumptions what nobody had set
   * @param confinement how its process was locked in, in words
   * @param triedOn name of the data set whose pairs it was tried on
   * @param strip PNG file: photos, true sketches, the model's sketches
   */
  record OfImportModel(
      String model,
      String format,
      String recognised,
      Map<String, Object> settings,
      List<Assumption> assumptions,
      String confinement,
      String triedOn,
      String strip)
      implements JobResult {}

  /**
   * Of {@link Job.Proficiency}.
   *
   * @param caseFolder folder of the case
   * @param exhibits names of the data sets and models to be examined
   */
  record OfProficiency(String caseFolder, List<String> exhibits) implements JobResult {}

  /**
   * Of {@link Job.Run}.
   *
   * @param caseFolder folder of the case
   * @param run id of the run
   * @param result SHA-256 of the result's blob
   * @param table a row a comparison
   * @param inspections a row an inspection of the training pairs as an attack left them
   * @param modelInspections a row an inspection of a model that was trained
   * @param seeds how far figures differ between trainings with other seeds, in sentences
   * @param lost what failing extensions kept the run from finding out, in sentences
   * @param took how long it was at work, in all processes that worked on it
   */
  record OfRun(
      String caseFolder,
      String run,
      String result,
      List<RunRow> table,
      List<InspectionRow> inspections,
      List<ModelRow> modelInspections,
      List<String> seeds,
      List<String> lost,
      RunTime took)
      implements JobResult {}

  /**
   * What the detectors of a plan found of an attack.
   *
   * @param attack number of the attack in the plan, from 1; 0 if it has none
   * @param seed of the detectors
   * @param verdict on the training pairs
   * @param poisoned how many of them were poisoned
   * @param found how many of these were flagged
   * @param falselyFlagged how many others were flagged
   * @param auc area under the ROC curve of the scores, null if there is none
   */
  record InspectionRow(
      int attack,
      long seed,
      DatasetVerdict verdict,
      int poisoned,
      int found,
      int falselyFlagged,
      @Nullable Double auc) {}

  /**
   * What the detectors of a plan found of a model that was trained.
   *
   * @param model its comparison and role, such as {@code fcn/1/s1/poisoned}
   * @param verdict on the model
   * @param score estimate of the probability that it hides a backdoor, null if there is none
   * @param truth what was done to its training pairs, in words
   * @param backdoored whether it really obeys a trigger
   */
  record ModelRow(
      String model,
      ModelVerdict verdict,
      @Nullable Double score,
      String truth,
      boolean backdoored) {}

  /**
   * What a comparison came to.
   *
   * @param comparison its id
   * @param kind whether it is about what was planted here or about a model from elsewhere
   * @param conclusions sentences for a person, the most important first
   * @param trainings what the trainings of its models took; a model that was not trained here is
   *     left out
   * @param panel what each metric says of the harm, none without an attack that works
   * @param summaries means of all metrics
   */
  record RunRow(
      String comparison,
      FindingKind kind,
      List<String> conclusions,
      Map<Subject, TrainingTaken> trainings,
      List<PanelRow> panel,
      List<Summary> summaries) {}

  /**
   * What a metric says of the harm.
   *
   * @param sight what follows for the backdoor
   * @param figures of both models
   * @param sentence for a person, with these figures
   */
  record PanelRow(Sight sight, Blindness figures, String sentence) {}

  /**
   * What a training took.
   *
   * @param cost in numbers
   * @param words for a person
   */
  record TrainingTaken(TrainingCost cost, String words) {}

  /**
   * Of {@link Job.Estimate}. What is not known is null, and missing in JSON.
   *
   * @param basis where the figures come from, as a sentence
   * @param words all of it for a person
   * @param trial whether a trial would tell more
   * @param seconds most likely
   * @param low it will hardly take fewer seconds
   * @param high it will hardly take more seconds
   * @param bytes that the case will grow by
   * @param memory bytes that the largest training will hardly exceed
   * @param free bytes that are free where the case lies
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfEstimate(
      String basis,
      String words,
      boolean trial,
      @Nullable Double seconds,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double bytes,
      @Nullable Double memory,
      @Nullable Double free)
      implements JobResult {}

  /**
   * Of {@link Job.Poison}.
   *
   * @param out the folder that was made
   * @param pairs how many there are in it
   * @param poisoned ids of the poisoned ones
   * @param manifest file that says what was changed
   */
  record OfPoison(String out, int pairs, List<String> poisoned, String manifest)
      implements JobResult {}

  /**
   * Of {@link Job.Synthesize}.
   *
   * @param sketches what was drawn
   * @param skipped photos that cannot be used
   * @param computed device and what else the sketches may depend on, by name
   */
  record OfSynthesize(
      List<DrawnFile> sketches, List<SkippedFile> skipped, Map<String, String> computed)
      implements JobResult {}

  /** File of a photo, and file of the sketch that was drawn of it. */
  record DrawnFile(String photo, String sketch) {}

  /**
   * Of {@link Job.Draw}.
   *
   * @param folder in which the pictures are
   * @param sheet which picture shows what
   */
  record OfDraw(String folder, DrawingSheet sheet) implements JobResult {}

  /**
   * Of {@link Job.ExportModel}.
   *
   * @param model as the job names it
   * @param file that was written
   * @param bytes its size
   */
  record OfExportModel(String model, String file, long bytes) implements JobResult {}

  /**
   * Of {@link Job.Measure}.
   *
   * @param pairs what was measured
   * @param skipped files that could not be
   */
  record OfMeasure(List<MeasuredFiles> pairs, List<SkippedFile> skipped) implements JobResult {}

  /**
   * What an image measures against another.
   *
   * @param reference file
   * @param candidate file
   * @param metrics values by the name of what was measured, null where undefined
   * @param undefined reasons by the name of what has no value
   */
  record MeasuredFiles(
      String reference,
      String candidate,
      Map<String, @Nullable Double> metrics,
      Map<String, String> undefined) {}

  /**
   * Of {@link Job.TryDevice}: it computed what it should.
   *
   * @param engine id of what computed
   * @param device {@code cpu} or {@code cuda:N}
   */
  record OfTryDevice(String engine, String device) implements JobResult {}

  /**
   * Of {@link Job.InspectDataset}.
   *
   * @param caseFolder folder of the case
   * @param run id of the inspection
   * @param result SHA-256 of the result's blob, an {@code InspectionResult}
   * @param verdict on the data set
   * @param pairs how many were looked at
   * @param flagged how many of them are called poison
   * @param cleaned name of the data set without them, null if none was made
   */
  record OfInspectDataset(
      String caseFolder,
      String run,
      String result,
      DatasetVerdict verdict,
      int pairs,
      int flagged,
      @Nullable String cleaned)
      implements JobResult {}

  /**
   * Of {@link Job.InspectModel}.
   *
   * @param caseFolder folder of the case
   * @param run id of the inspection
   * @param result SHA-256 of the result's blob, a {@code ModelInspectionResult}
   * @param verdict on the model
   */
  record OfInspectModel(String caseFolder, String run, String result, ModelVerdict verdict)
      implements JobResult {}

  /**
   * Of {@link Job.InspectPhoto}.
   *
   * @param caseFolder folder of the case
   * @param run id of the inspection
   * @param result SHA-256 of the result's blob, a {@code PhotoInspectionResult}
   * @param flagged how many photos are called triggered
   */
  record OfInspectPhoto(String caseFolder, String run, String result, int flagged)
      implements JobResult {}

  /**
   * Of {@link Job.Mitigate}.
   *
   * @param caseFolder folder of the case
   * @param run id of the mitigation
   * @param result SHA-256 of the result's blob, a {@code MitigationResult}
   * @param model name of the new model in the case
   * @param outcome whether the second mode is gone
   */
  record OfMitigate(
      String caseFolder, String run, String result, String model, MitigationOutcome outcome)
      implements JobResult {}

  /**
   * Of {@link Job.SelfTest} and {@link Job.ModelSelfTest}.
   *
   * @param caseFolder folder of the case
   * @param run id of the self-test
   * @param result SHA-256 of the result's blob, a {@code SelfTestResult} or {@code
   *     ModelSelfTestResult}
   */
  record OfSelfTest(String caseFolder, String run, String result) implements JobResult {}
}
