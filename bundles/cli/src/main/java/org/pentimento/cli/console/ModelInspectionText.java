package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.List;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.protocol.JobResult;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;

/** What an inspection of a model found, for people. */
public final class ModelInspectionText {
  private ModelInspectionText() {}

  /** Prints a result: verdict, answers, measurements, and the three kinds of not knowing. */
  public static void print(
      PrintStream out, ModelInspectionResult result, JobResult.OfInspectModel done) {
    Statement verdict = ModelInspectionWords.verdict(result);
    out.printf(
        "%n%s (%s in %s)%n%n%s%n%s%n",
        ModelInspectionWords.title(result),
        done.run(),
        done.caseFolder(),
        verdict.lead(),
        verdict.words());
    ModelInspectionWords.score(result).ifPresent(out::println);
    section(out, "Answers", result.axes().stream().map(ModelInspectionWords::sentence).toList());
    section(
        out, "Triggers", result.triggers().stream().map(ModelInspectionWords::sentence).toList());
    section(
        out, "Measurements", result.looks().stream().map(ModelInspectionWords::sentence).toList());
    section(out, "Not looked at", ModelInspectionWords.notLookedAt(result));
    section(out, "Blind to", ModelInspectionWords.blindTo(result));
    section(out, "How much \u201cnothing found\u201d is worth", ModelInspectionWords.worth(result));
    section(out, "What would deceive it", ModelInspectionWords.limits(result));
  }

  private static void section(PrintStream out, String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      out.printf("%n%s%n", title);
      sentences.forEach(sentence -> out.println("  " + sentence));
    }
  }
}
