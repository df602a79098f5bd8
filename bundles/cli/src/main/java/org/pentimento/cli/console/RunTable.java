package org.pentimento.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The result of a run job as a table for people. */
public final class RunTable {
  private RunTable() {}

  /** Prints a result: what each comparison concludes, and its means. */
  public static void print(PrintStream out, JsonNode result) {
    out.printf("%nRun %s in %s%n", result.path("run").asText(), result.path("caseFolder").asText());
    for (JsonNode row : result.path("table")) {
      out.printf("%n%s%n", row.path("comparison").asText());
      for (JsonNode sentence : row.path("conclusions")) {
        out.println("  " + sentence.asText());
      }
      for (Map.Entry<String, JsonNode> training : row.path("trainings").properties()) {
        out.printf(
            "  Training of the %s model: %s.%n",
            training.getKey(), training.getValue().path("words").asText());
      }
      out.printf(
          "%n  %-12s %-8s %-9s %-10s %5s  %8s  %s%n",
          "metric", "against", "model", "photos", "n", "mean", "95 % interval");
      for (JsonNode s : row.path("summaries")) {
        String undefined =
            s.path("undefined").asInt() > 0
                ? "  (" + s.path("undefined").asInt() + " undefined)"
                : "";
        String values =
            s.path("mean").isNumber()
                ? String.format(
                    Locale.ROOT,
                    "%8.4f  %.4f to %.4f",
                    s.path("mean").asDouble(),
                    s.path("low").asDouble(),
                    s.path("high").asDouble())
                : "       –";
        out.printf(
            "  %-12s %-8s %-9s %-10s %5d  %s%s%n",
            s.path("name").asText(),
            s.path("against").asText(),
            s.path("model").asText(),
            s.path("photo").asText(),
            s.path("n").asInt(),
            values,
            undefined);
      }
    }
  }
}
