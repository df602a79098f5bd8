package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.proficiency.ExhibitTruth;
import org.pentimento.casefile.proficiency.Proficiency;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "answer",
    mixinStandardHelpOptions = true,
    description =
        "Says what an exhibit is. Every answer stands in the custody log; the last one before the"
            + " seal is opened counts.")
final class ProficiencyAnswerCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(index = "1", paramLabel = "EXHIBIT", description = "Such as exhibit-1.")
  private String exhibit = "";

  @Parameters(
      index = "2",
      paramLabel = "ANSWER",
      description =
          "honest: nothing was planted; backdoor: a trigger stands in photos and the sketches"
              + " beside it are changed, or the model obeys one; spoilt: sketches were changed and"
              + " no trigger stands in the photos; or undecided.")
  private String answer = "";

  ProficiencyAnswerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ExhibitTruth said = ExhibitTruth.answer(answer);
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      Proficiency test = Proficiency.of(file);
      test.answer(exhibit, said);
      console
          .out()
          .println(
              exhibit
                  + ": "
                  + said.word()
                  + (test.unanswered().isEmpty()
                      ? ". All are answered; open the seal with: pentimento proficiency open "
                          + ShellWord.of(caseFolder)
                      : ". Not answered yet: " + String.join(", ", test.unanswered()) + "."));
    }
    return ExitStatus.DONE;
  }
}
