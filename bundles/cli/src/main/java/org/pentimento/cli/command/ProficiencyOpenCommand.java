package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.proficiency.Proficiency;
import org.pentimento.casefile.proficiency.ProficiencyResult;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description =
        "Opens the seal, once every exhibit is answered, and compares. Nothing can be answered"
            + " afterwards. The result, with how each exhibit was made, stands in the custody log.")
final class ProficiencyOpenCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ProficiencyOpenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ProficiencyResult result;
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      result = Proficiency.of(file).open();
    }
    if (json) {
      console.out().println(WireJson.pretty(CanonicalJson.tree(result)));
    } else {
      print(result);
    }
    return ExitStatus.DONE;
  }

  private void print(ProficiencyResult result) {
    console.out().printf("%-12s %-10s %-10s  %s%n", "exhibit", "truth", "answer", "made with");
    for (ProficiencyResult.Compared one : result.exhibits()) {
      console
          .out()
          .printf(
              "%-12s %-10s %-10s  %s%n",
              one.name(), one.truth().word(), one.answer().word(), one.recipe());
    }
    console
        .out()
        .printf(
            "%nRight: %d of %d. False alarms: %d. Missed: %d. Taken for another kind:"
                + " %d. Undecided: %d.%n"
                + "So few exhibits show whether something is amiss, not how good a method is; for"
                + " that there is pentimento selftest.%n",
            result.right(),
            result.exhibits().size(),
            result.falseAlarms(),
            result.missed(),
            result.mixedUp(),
            result.undecided());
  }
}
