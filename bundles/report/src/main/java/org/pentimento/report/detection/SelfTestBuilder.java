package org.pentimento.report.detection;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.figures.ResultFigure;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.verdict.Statement;

/** Makes the section of a self-test. */
public final class SelfTestBuilder {
  /** The badge of every self-test. */
  public static final Badge BADGE = new Badge("detectors tried", Tone.ANSWER);

  private final SettingsTable settings;
  private final ChartGuard guard;
  private final List<ResultFigure<SelfTestResult>> figures;

  /**
   * Makes sections with these charts.
   *
   * @param figures the most important first
   */
  public SelfTestBuilder(
      SettingsTable settings, ChartGuard guard, List<ResultFigure<SelfTestResult>> figures) {
    this.settings = settings;
    this.guard = guard;
    this.figures = figures;
  }

  /** The section of a self-test. */
  public SelfTestSection section(
      ReportSource.Run<SelfTestResult> run, SelfTestResult result, ZoneId zone, String anchor) {
    Statement said = SelfTestWords.verdict(result);
    List<String> conclusions = new ArrayList<>();
    conclusions.add(said.words());
    conclusions.addAll(SelfTestWords.conclusions(result));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Self-test", run.id(), true));
    facts.add(new Fact("Started", ValueText.time(run.started(), zone)));
    facts.add(new Fact("Ended", ValueText.time(run.ended(), zone)));
    facts.add(new Fact("Data set", InspectionBuilder.data(result.data())));
    facts.add(
        new Fact(
            "Trials",
            result.trials().size() == result.planned()
                ? Integer.toString(result.planned())
                : result.trials().size() + " of " + result.planned()));
    facts.add(new Fact("False alarms asked for", NumberWords.fine(result.falseAlarms())));
    facts.add(new Fact("Seed", Long.toString(result.seed())));
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", run.resultSha256());
    hashes.put("data set", result.data().digest());
    return new SelfTestSection(
        anchor,
        SelfTestWords.title(result),
        BADGE,
        said.lead(),
        conclusions,
        SelfTestWords.limits(result),
        facts,
        KindTables.of(result),
        guard.charts(figures, result, anchor),
        List.of(
            DetectorTables.tried(result.detectors()),
            settings.of(DetectorTables.methods(result.detectors().stream()))),
        DetectorTables.environment(result.environment()),
        DetectorTables.hashes(hashes));
  }
}
