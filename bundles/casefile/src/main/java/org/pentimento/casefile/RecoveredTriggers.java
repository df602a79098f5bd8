package org.pentimento.casefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.casefile.store.Blobs;

/** The triggers that inspections of a case have recovered, so that they can be tried. */
public final class RecoveredTriggers {
  private RecoveredTriggers() {}

  /**
   * A trigger that was recovered.
   *
   * @param inspection run that recovered it
   * @param trigger id of the installed trigger that makes the pattern
   * @param name of that trigger, for people
   * @param settings with which it does, as texts; a picture that it needs is named by its file in
   *     the case
   */
  public record Recovered(
      RunRecord inspection, String trigger, String name, Map<String, String> settings) {}

  /**
   * All of them, the latest inspection first, its best one first. Inspections that cannot be read
   * are left out.
   */
  public static List<Recovered> of(CaseFile file) throws IOException {
    List<Recovered> found = new ArrayList<>();
    for (RunKind kind : List.of(RunKind.INSPECTION, RunKind.MODEL_INSPECTION)) {
      for (RunRecord run : file.runs(kind)) {
        if (run.state() == RunRecord.State.FINISHED) {
          List<Recovered> of = new ArrayList<>();
          for (PatternFound pattern : patterns(file, run)) {
            best(pattern).ifPresent(best -> of.add(recovered(file, run, best)));
          }
          found.addAll(0, of);
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<PatternFound> patterns(CaseFile file, RunRecord run) throws IOException {
    try {
      if (run.kind() == RunKind.INSPECTION) {
        InspectionResult result = Inspections.read(file.blobs(), run.result());
        return result.patterns();
      }
      return ModelInspections.read(file.blobs(), run.result()).triggers().stream()
          .map(TriggerFound::pattern)
          .toList();
    } catch (BadInputException e) {
      return List.of(); // damaged, or of another version: the others still tell
    }
  }

  private static Optional<RecoveredTrigger> best(PatternFound pattern) {
    return pattern.triggers().stream().findFirst();
  }

  private static Recovered recovered(CaseFile file, RunRecord run, RecoveredTrigger best) {
    Map<String, String> settings = new TreeMap<>();
    best.extension().settings().forEach((key, value) -> settings.put(key, String.valueOf(value)));
    String parameter = best.imageParameter();
    String image = best.image();
    if (parameter != null && image != null) {
      settings.put(parameter, Blobs.location(file.folder(), image).toString());
    }
    return new Recovered(run, best.extension().id(), best.extension().name(), settings);
  }
}
