package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.verify.Anchors;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Looks for every changed, missing or added byte in a case's evidence.")
final class VerifyCommand implements Callable<Integer> {
  private static final int MOST_LINES = 20;

  private final Console console;
  private final Extensions extensions;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description =
          "A receipt exported earlier; finds a case that was rolled back or rewritten since.")
  private @Nullable Path receipt;

  @Option(
      names = "--key",
      paramLabel = "SHA256",
      description =
          "The fingerprint that the case's key must have, as verify printed it before; finds a case"
              + " that was written anew with another key.")
  private @Nullable String key;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  VerifyCommand(Console console, Extensions extensions) {
    this.console = console;
    this.extensions = extensions;
  }

  @Override
  public Integer call() throws Exception {
    Anchors anchors = Anchors.given(Optional.ofNullable(receipt), Optional.ofNullable(key));
    Verification result = CaseFile.verify(caseFolder, anchors, Progress.NONE);
    if (json) {
      console.out().println(WireJson.pretty(told(result)));
    } else {
      print("Remark", result.remarks().stream().map(r -> r.file() + ": " + r.message()).toList());
      if (result.intact()) {
        try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
          print("Remark", MissingExtensions.of(caseFile, extensions));
        }
      }
      print("Problem", result.problems().stream().map(p -> p.file() + ": " + p.message()).toList());
      console.out().println(words(outcome(result), result));
      if (result.intact()) {
        console.out().println(anchoring(result.anchor()));
        console.out().println("Key (SHA-256): " + result.key());
      }
    }
    return result.intact() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }

  /** What follows of what was found. */
  enum Outcome {
    INTACT,
    /** Nothing is wrong with the case; the receipt is one of another case. */
    RECEIPT_OF_ANOTHER_CASE,
    /** Nothing is wrong with the case; the file that was given is no unchanged receipt. */
    NO_RECEIPT,
    NOT_INTACT
  }

  private Outcome outcome(Verification result) {
    if (result.intact()) {
      return Outcome.INTACT;
    }
    if (isOfAnotherCaseAlone(result)) {
      return Outcome.RECEIPT_OF_ANOTHER_CASE;
    }
    return isOfReceiptAlone(result) ? Outcome.NO_RECEIPT : Outcome.NOT_INTACT;
  }

  /**
   * What was found, for programs.
   *
   * @param outcome what follows of it
   * @param said what follows, in words
   */
  record Told(
      Outcome outcome,
      String said,
      List<Verification.Problem> problems,
      List<Verification.Remark> remarks,
      long entries,
      long blobs,
      long files,
      long bytes,
      Verification.Anchor anchor,
      String key) {}

  private Told told(Verification result) {
    Outcome outcome = outcome(result);
    return new Told(
        outcome,
        words(outcome, result),
        result.problems(),
        result.remarks(),
        result.entries(),
        result.blobs(),
        result.files(),
        result.bytes(),
        result.anchor(),
        result.key());
  }

  private String words(Outcome outcome, Verification result) {
    return switch (outcome) {
      case INTACT -> "The case is intact.";
      case RECEIPT_OF_ANOTHER_CASE ->
          "Nothing in the case is wrong by itself. "
              + receipt
              + " is the receipt of another case and says nothing of this one.";
      case NO_RECEIPT ->
          "Nothing in the case is wrong by itself, but "
              + receipt
              + " is no unchanged receipt, so that it bears nothing out.";
      case NOT_INTACT ->
          "The case is NOT intact: "
              + Counted.of(result.problems().size(), "problem", "problems")
              + ".";
    };
  }

  private static String anchoring(Verification.Anchor anchor) {
    return switch (anchor) {
      case NONE ->
          "Not anchored: a case that was put back as a whole to an earlier state, or written anew"
              + " with another key, looks the same. A receipt kept elsewhere shows it (--receipt);"
              + " the key's fingerprint shows the other key (--key).";
      case KEY ->
          "Signed with the expected key. A case that was put back as a whole to an earlier state"
              + " looks the same; a receipt kept elsewhere shows it (--receipt).";
      case RECEIPT -> "Anchored: the receipt fits.";
    };
  }

  private static boolean isOfAnotherCaseAlone(Verification result) {
    return result.problems().stream()
        .allMatch(p -> p.kind() == Verification.Problem.Kind.RECEIPT_OF_ANOTHER_CASE);
  }

  /** Whether the file that was given is no receipt, which says nothing against the case. */
  private boolean isOfReceiptAlone(Verification result) {
    Path given = receipt;
    return given != null
        && result.problems().stream()
            .allMatch(
                problem ->
                    problem.kind() == Verification.Problem.Kind.RECEIPT
                        && problem.file().equals(String.valueOf(given.getFileName())));
  }

  private void print(String what, List<String> lines) {
    lines.stream().limit(MOST_LINES).forEach(line -> console.out().println(what + ": " + line));
    if (lines.size() > MOST_LINES) {
      console
          .out()
          .println(what + "s in all: " + lines.size() + "; --json lists them with their kinds.");
    }
  }
}
