package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;

/**
 * All that an inspection of a data set found. Facts alone: sentences are made of them when somebody
 * looks. Holds no times and no paths, so that an undisturbed and a resumed inspection give the same
 * bytes.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the inspection
 * @param environment product version, Java, processor and the like, by name
 * @param data what was looked at
 * @param trusted pairs that are known to be honest; null if there were none
 * @param falseAlarms share of honest pairs that may be flagged, as asked for
 * @param seed of everything random
 * @param detectors that were asked, in this order
 * @param verdict on the whole set
 * @param p how probable it is that a set in which nobody hid anything looks as suspicious, in (0,
 *     1]; 1 where there is no score
 * @param expectedFalse how many honest pairs are flagged if as many are as was asked for
 * @param threshold of the score from which on a pair is flagged; null where there is no score
 * @param pairs every pair, most suspicious first; pairs of one score in the order of their ids
 * @param patterns what groups of photos share, strongest first
 * @param exhibits what shows the set as a whole
 * @param power what an inspection such as this one finds, as measured by a self-test; null if no
 *     self-test on comparable material is known
 * @param cleaned the data set without the flagged pairs; null if none was made
 * @param truth which pairs were poisoned, where the product did it itself; null otherwise.
 *     Detectors are never given it
 */
public record InspectionResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedData data,
    @Nullable InspectedData trusted,
    double falseAlarms,
    long seed,
    List<DetectorUse> detectors,
    DatasetVerdict verdict,
    double p,
    double expectedFalse,
    @Nullable Double threshold,
    List<InspectedPair> pairs,
    List<PatternFound> patterns,
    List<ExhibitFound> exhibits,
    @Nullable QuotedPower power,
    @Nullable String cleaned,
    @Nullable Truth truth) {
  /** Refuses null. */
  public InspectionResult {
    requireNonNull(name, "name");
    requireNonNull(environment, "environment");
    requireNonNull(data, "data");
    requireNonNull(verdict, "verdict");
    detectors = List.copyOf(detectors);
    pairs = List.copyOf(pairs);
    patterns = List.copyOf(patterns);
    exhibits = List.copyOf(exhibits);
  }

  /** The share of honest pairs that may be flagged if nobody says another. */
  public static final double USUAL_FALSE_ALARMS = .01;

  /** The schema that is written. */
  public static final int SCHEMA = 1;

  private static final String LEFT_OUT = "leftOutAtImport";
  private static final String SHARED = "shared";

  /** The pairs that are flagged as poison, most suspicious first. */
  public List<InspectedPair> flagged() {
    return pairs.stream().filter(InspectedPair::flagged).toList();
  }

  private InspectionResult with(
      @Nullable QuotedPower quoted, @Nullable String copy, @Nullable Truth known) {
    return new InspectionResult(
        schema,
        name,
        environment,
        data,
        trusted,
        falseAlarms,
        seed,
        detectors,
        verdict,
        p,
        expectedFalse,
        threshold,
        pairs,
        patterns,
        exhibits,
        quoted,
        copy,
        known);
  }

  /** A copy with another environment. */
  public InspectionResult with(Map<String, String> other) {
    return new InspectionResult(
        schema,
        name,
        other,
        data,
        trusted,
        falseAlarms,
        seed,
        detectors,
        verdict,
        p,
        expectedFalse,
        threshold,
        pairs,
        patterns,
        exhibits,
        power,
        cleaned,
        truth);
  }

  /** The result with what is really so. */
  public InspectionResult with(Truth known) {
    return with(power, cleaned, known);
  }

  /** The result with what an inspection such as this one finds. */
  public InspectionResult with(QuotedPower quoted) {
    return with(quoted, cleaned, truth);
  }

  /** The result with the name of the data set without the flagged pairs. */
  public InspectionResult withCleaned(String copy) {
    return with(power, copy, truth);
  }

  /**
   * A data set as it was looked at.
   *
   * @param dataset name in the case
   * @param format id of the dataset format
   * @param digest SHA-256 of the list of the data set's file hashes or of the settings that made it
   * @param material whether it is drawn or photographed, which decides what power may be quoted
   * @param count of the pairs that were looked at
   * @param width of most photos, in pixels
   * @param height of most photos, in pixels
   * @param withEyes number of pairs whose eyes are known
   * @param skipped pairs that could not be looked at and why, by id
   * @param leftOutAtImport files that became part of no pair when the data set was imported and
   *     why, by path in the data set; not written if there are none
   * @param shared trusted pairs that are bound to others; null, and not written, if nobody looked
   */
  public record InspectedData(
      String dataset,
      String format,
      String digest,
      Material material,
      int count,
      int width,
      int height,
      int withEyes,
      Map<String, String> skipped,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> leftOutAtImport,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SharedPairs shared) {
    /** Refuses null. */
    public InspectedData {
      requireNonNull(dataset, "dataset");
      requireNonNull(format, "format");
      requireNonNull(digest, "digest");
      requireNonNull(material, "material");
      requireNonNull(skipped, "skipped");
      requireNonNull(leftOutAtImport, "leftOutAtImport");
    }

    /** A data set of which every file is in a pair. */
    public InspectedData(
        String dataset,
        String format,
        String digest,
        Material material,
        int count,
        int width,
        int height,
        int withEyes,
        Map<String, String> skipped) {
      this(
          dataset, format, digest, material, count, width, height, withEyes, skipped, Map.of(),
          null);
    }

    /** The data set with the files that its import left out, and why, by path. */
    public InspectedData withLeftOutAtImport(Map<String, String> files) {
      return new InspectedData(
          dataset, format, digest, material, count, width, height, withEyes, skipped, files,
          shared);
    }

    /** The data set with pairs that are bound to others. */
    public InspectedData with(SharedPairs found) {
      return new InspectedData(
          dataset,
          format,
          digest,
          material,
          count,
          width,
          height,
          withEyes,
          skipped,
          leftOutAtImport,
          found);
    }

    /** Puts in what is not written because there is none of it. */
    public static void complete(JsonNode data) {
      if (data instanceof ObjectNode object) {
        if (!object.has(LEFT_OUT)) {
          object.putObject(LEFT_OUT);
        }
        if (!object.has(SHARED)) {
          object.putNull(SHARED);
        }
      }
    }
  }

  /** What a data set is made of. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum Material {
    /** Faces drawn by a program. */
    DRAWN,
    /** Photographs. */
    PHOTOGRAPHED
  }

  /**
   * A detector that was asked.
   *
   * @param extension it and its settings
   * @param looksAt what it looks at
   * @param blindTo what it cannot find, in its own words
   * @param problem why it says nothing, such as too few pairs or an error; empty if it spoke
   */
  public record DetectorUse(
      ExtensionUse extension, LooksAt looksAt, String blindTo, String problem) {
    /** Refuses null. */
    public DetectorUse {
      requireNonNull(extension, "extension");
      requireNonNull(looksAt, "looksAt");
      requireNonNull(blindTo, "blindTo");
      requireNonNull(problem, "problem");
    }
  }

  /**
   * Which pairs were really poisoned, beside what was found.
   *
   * @param poisoned ids
   * @param found number of them that were flagged
   * @param falselyFlagged number of others that were flagged
   * @param auc area under the ROC curve of the scores; null if no pair was poisoned
   */
  public record Truth(List<String> poisoned, int found, int falselyFlagged, @Nullable Double auc) {
    /** Refuses null. */
    public Truth {
      poisoned = List.copyOf(poisoned);
    }
  }
}
