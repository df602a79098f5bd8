package org.pentimento.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Looks for every changed, missing or added byte in a case's evidence.")
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description =
          "A receipt exported earlier; finds a case that was rolled back or rewritten since.")
  private @Nullable Path receipt;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Verification result = CaseFile.verify(caseFolder, Optional.ofNullable(receipt), Progress.NONE);
    if (json) {
      console.out().println(Json.text(result));
    } else {
      result.remarks().forEach(remark -> console.out().println("Remark: " + remark));
      result
          .problems()
          .forEach(p -> console.out().println(p.kind() + ": " + p.file() + ": " + p.message()));
      console
          .out()
          .println(
              result.intact()
                  ? "The case is intact."
                  : "The case is NOT intact: " + result.problems().size() + " problems.");
    }
    return result.intact() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }
}
