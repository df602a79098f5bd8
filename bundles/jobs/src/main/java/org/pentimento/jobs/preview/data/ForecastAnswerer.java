package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.Image;
import org.pentimento.audit.selftest.ComparablePower;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.jobs.task.ChosenDetectors;
import org.pentimento.plan.Use;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.DatasetQuestion.ForecastInspection;
import org.pentimento.protocol.question.DatasetQuestion.InspectionForecast;
import org.pentimento.registry.Extensions;

/** Tells what an inspection would take and find, from what the case knows of earlier ones. */
@Component(service = Answerer.class)
public final class ForecastAnswerer implements Answerer<ForecastInspection, InspectionForecast> {
  private final DataSets sets;
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public ForecastAnswerer(@Reference DataSets sets, @Reference Extensions extensions) {
    this.sets = sets;
    this.extensions = extensions;
  }

  @Override
  public Class<ForecastInspection> question() {
    return ForecastInspection.class;
  }

  @Override
  public InspectionForecast answer(ForecastInspection question, Progress progress)
      throws IOException, CancelledException {
    DataSets.Known set = sets.of(question.of());
    DatasetRecord record = set.record();
    List<DetectorUse> detectors =
        ChosenDetectors.of(question.detectors(), extensions).stream().map(this::asked).toList();
    List<ListedPair> pairs = set.listing(progress).pairs();
    if (pairs.isEmpty()) {
      return new InspectionForecast(0, null, null);
    }
    Image photo = set.images(pairs.get(0).id(), progress).photo().decode();
    try (CaseFile file = CaseFile.openForReading(Path.of(question.of().caseFolder()))) {
      InspectionResult planned =
          planned(record, pairs.size(), photo, detectors, question.falseAlarms());
      return new InspectionForecast(
          pairs.size(), seconds(file, planned), ComparablePower.find(file, planned).orElse(null));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private DetectorUse asked(Use use) {
    try {
      DatasetDetector detector =
          extensions.get(Kind.DATASET_DETECTOR, DatasetDetector.class, use.id());
      Descriptor said = detector.descriptor();
      return new DetectorUse(
          new ExtensionUse(
              said.id(), said.name(), said.version(), said.citation(), use.settings().values()),
          detector.looksAt(),
          detector.blindTo(),
          "");
    } catch (BadInputException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The inspection as far as it is known beforehand: without anything found. */
  private InspectionResult planned(
      DatasetRecord record, int pairs, Image photo, List<DetectorUse> detectors, double falseAlarms)
      throws BadInputException {
    boolean drawn =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, record.format()).makesItsPairs();
    InspectedData data =
        new InspectedData(
            record.name(),
            record.format(),
            record.digest(),
            drawn ? Material.DRAWN : Material.PHOTOGRAPHED,
            pairs,
            photo.width(),
            photo.height(),
            0,
            Map.of());
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "",
        Map.of(),
        data,
        null,
        falseAlarms,
        0,
        detectors,
        DatasetVerdict.NO_SCORE,
        1,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /**
   * What the latest inspection with these detectors took, scaled to as many pairs; null if there is
   * none.
   */
  private static @Nullable Double seconds(CaseFile file, InspectionResult planned)
      throws IOException {
    Double seconds = null;
    for (RunRecord run : file.runs(RunKind.INSPECTION)) {
      Instant ended = run.ended();
      if (run.state() == RunRecord.State.FINISHED && ended != null) {
        InspectionResult result = Inspections.read(file.blobs(), run.result());
        if (ids(result).equals(ids(planned)) && result.data().count() > 0) {
          double took = Duration.between(run.started(), ended).toMillis() / 1000.;
          seconds = took * planned.data().count() / result.data().count();
        }
      }
    }
    return seconds;
  }

  private static Set<String> ids(InspectionResult result) {
    return result.detectors().stream().map(d -> d.extension().id()).collect(Collectors.toSet());
  }
}
