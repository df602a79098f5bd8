package org.pentimento.report.detection;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.figures.ResultFigure;
import org.pentimento.report.detection.InspectionSection.Pattern;
import org.pentimento.report.detection.InspectionSection.Unknown;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PairWords;
import org.pentimento.verdict.Statement;

/** Makes the section of an inspection. */
public final class InspectionBuilder {
  /** So many pairs of evidence are shown with pictures, and of a simulation so many. */
  private static final int SUSPECTS = 12;

  private static final int SIMULATED = 3;

  /** So many pairs of an oddity are named. */
  private static final int NAMED = 10;

  private final StoredPictures pictures;
  private final SettingsTable settings;
  private final ChartGuard guard;
  private final List<ResultFigure<InspectionResult>> figures;

  /**
   * Makes sections with these charts.
   *
   * @param figures the most important first
   */
  public InspectionBuilder(
      BlobBytes blobs,
      SettingsTable settings,
      ChartGuard guard,
      List<ResultFigure<InspectionResult>> figures) {
    this.settings = settings;
    this.pictures = new StoredPictures(blobs);
    this.guard = guard;
    this.figures = figures;
  }

  /** The badge of a verdict. */
  public static Badge badge(DatasetVerdict verdict) {
    return new Badge(
        InspectionWords.name(verdict),
        switch (verdict) {
          case POISONED, SPOILT_PAIRS -> Tone.ALARM;
          case COMMON_MARK, NOTHING_FOUND -> Tone.ANSWER;
          case NO_SCORE -> Tone.QUIET;
        });
  }

  /**
   * The section of an inspection that somebody asked for: evidence.
   *
   * @param name what the inspection is called
   */
  public InspectionSection evidence(
      ReportSource.Run<InspectionResult> run,
      String name,
      InspectionResult result,
      ZoneId zone,
      String anchor)
      throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Inspection", run.id(), true));
    facts.add(new Fact("Started", ValueText.time(run.started(), zone)));
    facts.add(new Fact("Ended", ValueText.time(run.ended(), zone)));
    facts.addAll(facts(result));
    String title = InspectionWords.title(result) + particulars(name, result);
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", run.resultSha256());
    return section(result, FindingKind.EVIDENCE, title, facts, hashes, anchor);
  }

  /** What tells an inspection from others of that data set: by its name, or by what was asked. */
  private static String particulars(String name, InspectionResult result) {
    String usual = "Inspection of " + result.data().dataset();
    if (name.startsWith(usual + ",")) {
      return name.substring(usual.length());
    } else if (!name.equals(usual) && !name.isBlank()) {
      return ": " + name;
    }
    InspectedData trusted = result.trusted();
    return (trusted == null ? "" : ", trusting “" + trusted.dataset() + "”")
        + (result.falseAlarms() == InspectionResult.USUAL_FALSE_ALARMS
            ? ""
            : ", " + NumberWords.fine(result.falseAlarms()) + " false alarms");
  }

  /**
   * The section of an inspection of pairs that were poisoned here.
   *
   * @param title such as {@code Training pairs as attack 1 left them}
   * @param sha256 of the result
   */
  public InspectionSection simulation(
      InspectionResult result, String title, String sha256, String anchor) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result of the inspection", sha256);
    return section(result, FindingKind.SIMULATION, title, facts(result), hashes, anchor);
  }

  private InspectionSection section(
      InspectionResult result,
      FindingKind kind,
      String title,
      List<Fact> facts,
      Map<String, String> hashes,
      String anchor)
      throws IOException {
    Statement said = InspectionWords.verdict(result);
    List<String> verdict = new ArrayList<>();
    verdict.add(said.words());
    if (result.p() < 1 && result.verdict() != DatasetVerdict.NO_SCORE) {
      verdict.add(
          "The chance that a set in which nobody hid anything looks as suspicious is "
              + NumberWords.chance(result.p())
              + ".");
    }
    if (kind == FindingKind.EVIDENCE) {
      verdict.addAll(InspectionWords.meaning(result));
    }
    hashes.put("data set", result.data().digest());
    InspectedData trusted = result.trusted();
    if (trusted != null) {
      hashes.put("trusted pairs", trusted.digest());
    }
    List<Pattern> patterns = new ArrayList<>();
    PatternBuilder shared = new PatternBuilder(pictures, result);
    for (PatternFound p : result.patterns()) {
      patterns.add(shared.pattern(p));
    }
    List<Chart> charts = new ArrayList<>(guard.charts(figures, result, anchor));
    ExhibitParts exhibits = new ExhibitParts(pictures, anchor);
    for (ExhibitFound exhibit : result.exhibits()) {
      exhibits.add(exhibit);
    }
    charts.addAll(exhibits.charts());
    return new InspectionSection(
        anchor,
        title,
        kind,
        badge(result.verdict()).of(kind),
        said.lead(),
        verdict,
        InspectionWords.truth(result).orElse(""),
        InspectionWords.cleaned(result).orElse(""),
        facts,
        new Unknown(
            InspectionWords.notLookedAt(result),
            InspectionWords.blindTo(result),
            InspectionWords.worth(result),
            InspectionWords.limits(result)),
        patterns,
        new RankingBuilder(pictures, result)
            .ranking(kind == FindingKind.EVIDENCE ? SUSPECTS : SIMULATED),
        qualities(result),
        exhibits.pictures(),
        exhibits.tables(),
        charts,
        DetectorTables.power(result.power()),
        List.of(
            DetectorTables.asked(result.detectors()),
            settings.of(
                DetectorTables.methods(result.detectors().stream().map(DetectorUse::extension)))),
        again(result),
        DetectorTables.environment(result.environment()),
        DetectorTables.hashes(hashes));
  }

  private static List<Fact> facts(InspectionResult result) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Data set", data(result.data())));
    InspectedData trusted = result.trusted();
    facts.add(new Fact("Trusted pairs", trusted == null ? "none" : data(trusted)));
    facts.add(new Fact("False alarms asked for", NumberWords.fine(result.falseAlarms())));
    facts.add(new Fact("Seed", Long.toString(result.seed())));
    return facts;
  }

  /** A data set in a few words. */
  public static String data(InspectedData data) {
    return "“"
        + data.dataset()
        + "” (format "
        + data.format()
        + ", "
        + (data.material() == Material.DRAWN ? "drawn faces" : "photographs")
        + "): "
        + ValueText.count(data.count(), "pair", "pairs")
        + " at "
        + data.width()
        + " × "
        + data.height()
        + " pixels";
  }

  private static Optional<Table> qualities(InspectionResult result) {
    Map<Oddity, Set<String>> odd = new EnumMap<>(Oddity.class);
    Map<Oddity, QualityFound> examples = new EnumMap<>(Oddity.class);
    for (InspectedPair pair : result.pairs()) {
      for (QualityFound q : pair.qualities()) {
        odd.computeIfAbsent(q.oddity(), o -> new LinkedHashSet<>()).add(pair.id());
        examples.putIfAbsent(q.oddity(), q);
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    odd.forEach(
        (oddity, ids) -> {
          QualityFound example = examples.get(oddity);
          int more = ids.size() - NAMED;
          rows.add(
              List.of(
                  new Cell(PairWords.name(oddity), ""),
                  new Cell(Integer.toString(ids.size()), ""),
                  new Cell(
                      String.join(", ", ids.stream().limit(NAMED).toList())
                          + (more > 0 ? " and " + more + " more" : ""),
                      example == null ? "" : "Such as: " + PairWords.quality(example)),
                  new Cell(PairWords.meaning(oddity), "")));
        });
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "What is odd for an honest reason; none of it is called poison",
                List.of(
                    Table.text("what", .8),
                    Table.number("pairs", .4),
                    Table.text("which", 1.8),
                    Table.text("what becomes of them", 1.6)),
                rows));
  }

  private static List<String> again(InspectionResult result) {
    return List.of(
        "Inspect a data set with the SHA-256 given here with the same detectors, versions and"
            + " settings, the false-alarm rate "
            + NumberWords.fine(result.falseAlarms())
            + " and seed "
            + result.seed()
            + (result.trusted() == null ? "." : ", and the same trusted pairs."),
        "Then compare the SHA-256 of the new result with the one given here. Results hold no times"
            + " and no paths.");
  }
}
