package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.inspection.SharedPairSearch.Beside;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.plan.PlanReader;
import org.pentimento.registry.Extensions;

/** The pairs that a model of a case was trained on, as far as the case knows or somebody says. */
final class TrainingPairs {
  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Progress progress;

  TrainingPairs(CaseFile caseFile, Extensions extensions, Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.progress = progress;
  }

  /**
   * Those of a model that a run trained, or that a mitigation made of such a one. They are as the
   * data set holds them, without what an attack did to them. Of any other model, those of a data
   * set that somebody names.
   *
   * @param model its name in the case
   * @param said name of the data set that it is said to be trained on, null if nobody says so
   */
  Beside of(String model, @Nullable String said) throws IOException, CancelledException {
    String original = original(model);
    for (RunRecord run : caseFile.runs(RunKind.AUDIT)) {
      if (run.state() == RunRecord.State.FINISHED && original.startsWith(run.id() + "/")) {
        return of(Results.read(caseFile.blobs(), run.result()));
      }
    }
    return said == null ? Beside.UNKNOWN : allOf(said);
  }

  /** The name of the model that a mitigation made this one of; of any other its own. */
  private String original(String model) throws IOException {
    for (RunRecord run : caseFile.runs(RunKind.MITIGATION)) {
      if (run.state() == RunRecord.State.FINISHED) {
        MitigationResult result = Mitigations.read(caseFile.blobs(), run.result());
        if (result.model().equals(model)) {
          return ModelInspections.read(caseFile.blobs(), result.before()).model().name();
        }
      }
    }
    return model;
  }

  private Beside allOf(String dataset) throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    try {
      DatasetOpener.Opened opened = opener.open(caseFile, dataset, progress);
      return beside(dataset, opened, opened.pairs());
    } catch (BadInputException e) {
      return unreadable(dataset, e);
    }
  }

  private Beside of(RunResult result) throws IOException, CancelledException {
    String name = result.data().dataset();
    try {
      String plan = new String(caseFile.blobs().read(result.plan()), StandardCharsets.UTF_8);
      DatasetOpener.Opened opened =
          new DatasetOpener(extensions)
              .open(caseFile, new PlanReader(extensions).data(name, plan), progress);
      Set<String> trained = new HashSet<>(result.data().train());
      List<Pair> pairs =
          opened.pairs().stream().filter(pair -> trained.contains(pair.id())).toList();
      return beside(name, opened, pairs);
    } catch (BadInputException e) {
      return unreadable(name, e);
    }
  }

  private Beside beside(String name, DatasetOpener.Opened opened, List<Pair> pairs)
      throws IOException, CancelledException {
    boolean made =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, opened.format()).makesItsPairs();
    Material material = made ? Material.DRAWN : Material.PHOTOGRAPHED;
    SuspectData read =
        SuspectData.read(name, opened.format(), opened.digest(), material, pairs, progress);
    return new Beside(name, opened.digest(), material, read.pairs(), "");
  }

  private static Beside unreadable(String name, BadInputException e) {
    return new Beside(
        "",
        "",
        Material.DRAWN,
        List.of(),
        "The training pairs of “" + name + "” cannot be read any more. " + e.getMessage());
  }
}
