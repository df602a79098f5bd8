package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.List;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.protocol.JobResult;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.PairWords;
import org.pentimento.verdict.PatternWords;
import org.pentimento.verdict.Statement;

/** What an inspection found, for people. */
public final class InspectionText {
  private static final int MOST_PAIRS = 20;
  private static final int MOST_PATTERNS = 3;

  private InspectionText() {}

  /** Prints a result: verdict, pairs, patterns, and the three kinds of not knowing. */
  public static void print(
      PrintStream out, InspectionResult result, JobResult.OfInspectDataset done) {
    Statement verdict = InspectionWords.verdict(result);
    out.printf(
        "%n%s (%s in %s)%n%n%s%n", result.name(), done.run(), done.caseFolder(), verdict.lead());
    out.println(verdict.words());
    InspectionWords.meaning(result).forEach(out::println);
    pairs(out, result);
    for (PatternFound pattern : result.patterns().stream().limit(MOST_PATTERNS).toList()) {
      section(out, PatternWords.title(pattern), PatternWords.sentences(pattern, result));
    }
    odd(out, result);
    section(out, "Not looked at", InspectionWords.notLookedAt(result));
    section(out, "Blind to", InspectionWords.blindTo(result));
    section(out, "How much \u201cnothing found\u201d is worth", InspectionWords.worth(result));
    InspectionWords.cleaned(result).ifPresent(words -> section(out, "Cleaned", List.of(words)));
  }

  private static void pairs(PrintStream out, InspectionResult result) {
    List<InspectedPair> shown =
        result.pairs().stream().filter(pair -> pair.flagged() || pair.score() >= 1).toList();
    if (shown.isEmpty()) {
      return;
    }
    out.printf("%nMost suspicious pairs%n");
    for (InspectedPair pair : shown.stream().limit(MOST_PAIRS).toList()) {
      out.printf("  %s%n    %s%n", pair.id(), InspectionWords.brief(pair));
      PairWords.reasons(pair).forEach(reason -> out.println("    " + reason));
      pair.qualities().forEach(quality -> out.println("    " + PairWords.quality(quality)));
    }
    if (shown.size() > MOST_PAIRS) {
      out.printf("  and %d more; --json lists them all.%n", shown.size() - MOST_PAIRS);
    }
  }

  private static void odd(PrintStream out, InspectionResult result) {
    long odd =
        result.pairs().stream().filter(p -> !p.flagged() && !p.qualities().isEmpty()).count();
    if (odd > 0) {
      out.printf(
          "%nPairs that are odd for an honest reason and not flagged: %d; --json lists them.%n",
          odd);
    }
  }

  private static void section(PrintStream out, String title, List<String> sentences) {
    out.printf("%n%s%n", title);
    sentences.forEach(sentence -> out.println("  " + sentence));
  }
}
