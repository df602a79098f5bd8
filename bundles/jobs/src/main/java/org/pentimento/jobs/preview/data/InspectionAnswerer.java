package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.run.InspectionOutlook;
import org.pentimento.audit.run.InspectionRun;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.jobs.task.ChosenDetectors;
import org.pentimento.jobs.task.ComputeFacts;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.DatasetQuestion.ForeseeInspection;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenDetector;
import org.pentimento.protocol.question.DatasetQuestion.ForeseenInspection;
import org.pentimento.registry.Extensions;
import org.pentimento.verdict.PowerWords;

/** Says what an inspection would look at, how long it would take, and what it would be worth. */
@Component(service = Answerer.class)
public final class InspectionAnswerer implements Answerer<ForeseeInspection, ForeseenInspection> {
  private final Extensions extensions;
  private final Platform platform;

  /** Made by the component framework. */
  @Activate
  public InspectionAnswerer(@Reference Extensions extensions, @Reference Platform platform) {
    this.extensions = extensions;
    this.platform = platform;
  }

  @Override
  public Class<ForeseeInspection> question() {
    return ForeseeInspection.class;
  }

  @Override
  public ForeseenInspection answer(ForeseeInspection question, Progress progress)
      throws IOException, CancelledException {
    try (CaseFile file = CaseFile.openForReading(Path.of(question.of().caseFolder()))) {
      InspectionOutlook outlook =
          InspectionOutlook.of(
              file,
              extensions,
              new InspectionRun.Order(
                  "outlook",
                  question.of().name(),
                  null,
                  ChosenDetectors.of(question.detectors(), extensions),
                  question.falseAlarms(),
                  1,
                  null),
              ComputeFacts.facts(platform, Map.of()),
              progress);
      InspectedData data = outlook.data();
      return new ForeseenInspection(
          data.count(),
          data.width(),
          data.height(),
          outlook.detectors().stream()
              .map(
                  use ->
                      new ForeseenDetector(
                          use.extension().id(),
                          use.extension().name(),
                          use.looksAt(),
                          use.blindTo(),
                          use.problem()))
              .toList(),
          outlook.seconds(),
          switch (outlook.basis()) {
            case EARLIER_INSPECTION ->
                "By an earlier inspection of this case with the same detectors.";
            case TRIAL -> "By a trial with a few of the pairs.";
            case ENDED_TRIAL ->
                "By a trial with a few of the pairs that was ended because it took too long, so it"
                    + " takes longer than that.";
            case UNKNOWN -> "Nothing like it was done before.";
          },
          PowerWords.sentences(outlook.power(), question.falseAlarms()));
    }
  }
}
