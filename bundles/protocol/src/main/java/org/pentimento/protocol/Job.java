package org.pentimento.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.mitigation.MitigationMethod;

/**
 * What is asked of a job, as one JSON object whose {@code kind} tells which. The schema is {@code
 * job-protocol.schema.json} beside this package; a receiver refuses other protocol versions.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Job.Import.class, name = "import"),
  @JsonSubTypes.Type(value = Job.ImportModel.class, name = "import-model"),
  @JsonSubTypes.Type(value = Job.Run.class, name = "run"),
  @JsonSubTypes.Type(value = Job.Estimate.class, name = "estimate"),
  @JsonSubTypes.Type(value = Job.Poison.class, name = "poison"),
  @JsonSubTypes.Type(value = Job.Synthesize.class, name = "synthesize"),
  @JsonSubTypes.Type(value = Job.Draw.class, name = "draw"),
  @JsonSubTypes.Type(value = Job.ExportModel.class, name = "export-model"),
  @JsonSubTypes.Type(value = Job.Measure.class, name = "measure"),
  @JsonSubTypes.Type(value = Job.InspectDataset.class, name = "inspect-dataset"),
  @JsonSubTypes.Type(value = Job.InspectModel.class, name = "inspect-model"),
  @JsonSubTypes.Type(value = Job.InspectPhoto.class, name = "inspect-photo"),
  @JsonSubTypes.Type(value = Job.Mitigate.class, name = "mitigate"),
  @JsonSubTypes.Type(value = Job.SelfTest.class, name = "self-test"),
  @JsonSubTypes.Type(value = Job.ModelSelfTest.class, name = "model-self-test"),
  @JsonSubTypes.Type(value = Job.Proficiency.class, name = "proficiency"),
  @JsonSubTypes.Type(value = Job.TryDevice.class, name = "try-device")
})
public sealed interface Job {
  /** Version of the protocol. */
  int PROTOCOL = 1;

  /** Version of the protocol that the sender speaks. */
  int protocol();

  /** A job that writes into a case. */
  sealed interface Writing extends Job {
    /** The folder of the case. */
    String caseFolder();
  }

  /**
   * Takes a data set into a case.
   *
   * @param caseFolder the case, made if it does not exist
   * @param info for a case to be made, null for the defaults
   * @param path folder or file of the data set
   * @param name in the case, null for the folder's name
   * @param format id of the format, null for the surest
   * @param settings of the format
   * @param copy whether files are copied into the case; otherwise they are referenced where they
   *     are
   * @param hashes file with a list of hashes to compare the files with, null for none
   */
  record Import(
      int protocol,
      String caseFolder,
      @Nullable CaseInfo info,
      String path,
      @Nullable String name,
      @Nullable String format,
      Map<String, String> settings,
      boolean copy,
      @Nullable String hashes)
      implements Writing {}

  /**
   * Takes a model that was made elsewhere into a case, after trying it.
   *
   * @param caseFolder the case, made if it does not exist
   * @param info for a case to be made, null for the defaults
   * @param path file or folder of the model
   * @param name in the case, null for the file's name
   * @param format id of the format, null for the one that recognises it
   * @param settings of the format; what is not given is found out
   * @param dataset of the case with pairs to try it on, null for any
   */
  record ImportModel(
      int protocol,
      String caseFolder,
      @Nullable CaseInfo info,
      String path,
      @Nullable String name,
      @Nullable String format,
      Map<String, String> settings,
      @Nullable String dataset)
      implements Writing {}

  /**
   * Makes a case for a proficiency test: data sets and models in which something may be planted,
   * and the sealed truth about them.
   *
   * @param caseFolder the case, which must not exist yet
   * @param info for the case, null for the defaults
   * @param datasets number of data sets
   * @param models number of models
   * @param threads to compute with
   */
  record Proficiency(
      int protocol,
      String caseFolder,
      @Nullable CaseInfo info,
      int datasets,
      int models,
      int threads)
      implements Writing {}

  /**
   * Carries out a plan.
   *
   * @param caseFolder the case, made if it does not exist
   * @param info for a case to be made, null for the defaults
   * @param source name of the plan for error messages
   * @param plan YAML
   * @param overrides {@code KEY=VALUE}
   * @param waits whether it waits for its turn while somebody else writes to the case; if not, or
   *     if it is null, it fails then
   */
  record Run(
      int protocol,
      String caseFolder,
      @Nullable CaseInfo info,
      String source,
      String plan,
      List<String> overrides,
      @Nullable Boolean waits)
      implements Writing {
    /** One that does not wait. */
    public Run(
        int protocol,
        String caseFolder,
        @Nullable CaseInfo info,
        String source,
        String plan,
        List<String> overrides) {
      this(protocol, caseFolder, info, source, plan, overrides, null);
    }
  }

  /**
   * Says what a plan would take, after trying some steps of what no earlier run tells. Writes
   * nothing to a case.
   *
   * @param caseFolder where the plan is to be carried out; need not exist yet
   * @param source name of the plan for error messages
   * @param plan YAML
   * @param overrides {@code KEY=VALUE}
   * @param known folders of cases whose runs to learn from
   */
  record Estimate(
      int protocol,
      String caseFolder,
      String source,
      String plan,
      List<String> overrides,
      List<String> known)
      implements Job {}

  /**
   * Writes a poisoned copy of a data set.
   *
   * @param caseFolder the case
   * @param dataset name in the case
   * @param trigger id of the trigger
   * @param triggerSettings of the trigger
   * @param strategy id of the poisoning strategy
   * @param strategySettings of the strategy
   * @param rate share of training pairs
   * @param seed of everything random
   * @param out folder to be made
   */
  record Poison(
      int protocol,
      String caseFolder,
      String dataset,
      String trigger,
      Map<String, String> triggerSettings,
      String strategy,
      Map<String, String> strategySettings,
      double rate,
      long seed,
      String out)
      implements Writing {}

  /**
   * Draws sketches with a stored model.
   *
   * @param caseFolder the case that holds the model, null if it is a file or folder
   * @param model folder or file of the model, or in the case the name of an imported model or
   *     {@code RUN/COMPARISON/ROLE} of a trained one
   * @param settings of a model that is not in a case; what is not given is found out
   * @param photos files or folders
   * @param out folder for the sketches
   * @param device {@code auto}, {@code cpu} or {@code cuda:N}, null for what is preferred
   */
  record Synthesize(
      int protocol,
      @Nullable String caseFolder,
      String model,
      Map<String, String> settings,
      List<String> photos,
      String out,
      @Nullable String device)
      implements Job {}

  /**
   * Draws photos with models of a case, so that their sketches can be looked at side by side,
   * without and with a trigger. Photos are fitted to the size that each model learned to draw.
   *
   * @param caseFolder the case
   * @param models names of imported models, or {@code RUN/COMPARISON/ROLE} of trained ones; at
   *     least one
   * @param photos files or folders
   * @param trigger that each photo is drawn with as well, null for none
   * @param out folder for the pictures and for {@value DrawingSheet#FILE}, which lists them; null
   *     to look at them alone, in a temporary folder that whoever asked deletes
   * @param device {@code auto}, {@code cpu} or {@code cuda:N}, null for what is preferred
   */
  record Draw(
      int protocol,
      String caseFolder,
      List<String> models,
      List<String> photos,
      @Nullable Stamp trigger,
      @Nullable String out,
      @Nullable String device)
      implements Job {}

  /**
   * A trigger as it is stamped on photos.
   *
   * @param trigger id of the trigger
   * @param settings of it; what is not given keeps its default
   * @param seed of everything random in it
   */
  record Stamp(String trigger, Map<String, String> settings, long seed) {}

  /**
   * Writes a model as an ONNX file.
   *
   * @param caseFolder the case that holds the model, null if it is a folder
   * @param model folder, or in the case the name of an imported model or {@code
   *     RUN/COMPARISON/ROLE} of a trained one
   * @param out file to be made or replaced
   */
  record ExportModel(int protocol, @Nullable String caseFolder, String model, String out)
      implements Job {}

  /**
   * Measures images against references.
   *
   * @param reference file or folder
   * @param candidate file or folder
   * @param metrics ids, empty for all metrics of a pair
   */
  record Measure(int protocol, String reference, String candidate, List<String> metrics)
      implements Job {}

  /**
   * Looks for poisoned pairs in a data set of a case. The same job goes on where an earlier one was
   * ended.
   *
   * @param caseFolder the case
   * @param dataset name in the case
   * @param trusted name of a data set of the case whose pairs are known to be honest, null if there
   *     is none
   * @param detectors that are asked, empty for all that are installed
   * @param falseAlarms share of honest pairs that may be flagged, above 0 and below 1
   * @param seed of everything random
   * @param cleanName of a data set to be made in the case without the flagged pairs, null for none
   * @param name of the inspection for a person, null for one after the data set
   */
  record InspectDataset(
      int protocol,
      String caseFolder,
      String dataset,
      @Nullable String trusted,
      List<ChosenDetector> detectors,
      double falseAlarms,
      long seed,
      @Nullable String cleanName,
      @Nullable String name)
      implements Writing {
    private static final long USUAL_SEED = 1;

    /** The name of the inspection: the given one, or one that says what is not as usual. */
    public String title() {
      if (name != null) {
        return name;
      }
      StringBuilder title = new StringBuilder("Inspection of ").append(dataset);
      if (trusted != null) {
        title.append(", trusting ").append(trusted);
      }
      if (falseAlarms != InspectionResult.USUAL_FALSE_ALARMS) {
        title
            .append(", ")
            .append(
                BigDecimal.valueOf(falseAlarms)
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString())
            .append(" % false alarms");
      }
      if (!detectors.isEmpty()) {
        title
            .append(", by ")
            .append(
                detectors.stream().map(ChosenDetector::title).collect(Collectors.joining(" and ")));
      }
      if (seed != USUAL_SEED) {
        title.append(", seed ").append(seed);
      }
      return title.toString();
    }
  }

  /**
   * Looks for something hidden in a model of a case. The same job goes on where an earlier one was
   * ended.
   *
   * @param caseFolder the case
   * @param model name of an imported model, or {@code RUN/COMPARISON/ROLE} of a trained one
   * @param dataset name of a data set of the case whose pairs are known to be honest
   * @param detectors that are asked, empty for all that are installed
   * @param shadows number of clean models to compare it with, at least 1
   * @param shadowGenerator id of the generator that trains them, null for the one that trained the
   *     model, or the one nearest to it if that is not known
   * @param trainedOn name of a data set of the case that an imported model is said to be trained
   *     on, null if nobody says so or the case knows itself
   * @param threads to compute with
   * @param seed of everything random
   * @param name of the inspection for a person, null for one after the model
   */
  record InspectModel(
      int protocol,
      String caseFolder,
      String model,
      String dataset,
      List<ChosenDetector> detectors,
      int shadows,
      @Nullable String shadowGenerator,
      @Nullable String trainedOn,
      int threads,
      long seed,
      @Nullable String name)
      implements Writing {}

  /**
   * Looks for a trigger in photos, for a model of a case. The same job goes on where an earlier one
   * was ended.
   *
   * @param caseFolder the case
   * @param model name of an imported model, or {@code RUN/COMPARISON/ROLE} of a trained one
   * @param photos files
   * @param dataset name of a data set of the case whose pairs are known to be honest
   * @param shadows number of clean models to compare it with, at least 1
   * @param threads to compute with
   * @param seed of everything random
   * @param name of the inspection for a person, null for one after the model
   */
  record InspectPhoto(
      int protocol,
      String caseFolder,
      String model,
      List<String> photos,
      String dataset,
      int shadows,
      int threads,
      long seed,
      @Nullable String name)
      implements Writing {}

  /**
   * Makes a model of a case without what is hidden in another one.
   *
   * @param caseFolder the case
   * @param model name of an imported model, or {@code RUN/COMPARISON/ROLE} of a trained one
   * @param dataset name of a data set of the case whose pairs are known to be honest
   * @param method how it is made
   * @param newName name of the new model in the case
   * @param shadows number of clean models to compare both with, at least 1
   * @param threads to compute with
   * @param seed of everything random
   */
  record Mitigate(
      int protocol,
      String caseFolder,
      String model,
      String dataset,
      MitigationMethod method,
      String newName,
      int shadows,
      int threads,
      long seed)
      implements Writing {}

  /**
   * A detector as it is to be used.
   *
   * @param id of the detector
   * @param settings of it; what is not given keeps its default
   */
  record ChosenDetector(String id, Map<String, String> settings) {
    private String title() {
      return new TreeMap<>(settings)
          .entrySet().stream()
              .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
              .collect(Collectors.joining(",", id, ""));
    }
  }

  /**
   * Measures what inspections find of attacks that are planted for it.
   *
   * @param caseFolder the case
   * @param dataset name of a data set of the case in which attacks are planted, null for drawn
   *     faces
   * @param source name of the grid for error messages
   * @param grid YAML, null for the standard one
   * @param detectors that are tried, empty for all that are installed
   * @param falseAlarms share of honest pairs that may be flagged, above 0 and below 1
   * @param seed of everything random
   * @param most trials to make at the most, 0 for the whole grid
   * @param name of the self-test for a person, null for one after the data
   */
  record SelfTest(
      int protocol,
      String caseFolder,
      @Nullable String dataset,
      String source,
      @Nullable String grid,
      List<ChosenDetector> detectors,
      double falseAlarms,
      long seed,
      int most,
      @Nullable String name)
      implements Writing {}

  /**
   * Measures what inspections of models find of attacks that are planted for it. The same job goes
   * on where an earlier one was ended.
   *
   * @param caseFolder the case
   * @param dataset name of a data set of the case whose pairs are known to be honest, null for
   *     drawn faces
   * @param source name of the grid for error messages
   * @param grid YAML, null for the standard one
   * @param detectors that are tried, empty for all that are installed
   * @param shadows number of clean models that each model is compared with, at least 1
   * @param threads to compute with
   * @param seed of everything random
   * @param most models to train at the most, 0 for the whole grid
   * @param name of the self-test for a person, null for one after the data
   */
  record ModelSelfTest(
      int protocol,
      String caseFolder,
      @Nullable String dataset,
      String source,
      @Nullable String grid,
      List<ChosenDetector> detectors,
      int shadows,
      int threads,
      long seed,
      int most,
      @Nullable String name)
      implements Writing {}

  /**
   * Computes something small on a device, to see whether it serves. The process may not survive.
   *
   * @param device {@code cpu} or {@code cuda:N}
   * @param engine id of what computes, null for that of the generators
   */
  record TryDevice(int protocol, String device, @Nullable String engine) implements Job {}
}
