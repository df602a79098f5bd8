package org.pentimento.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.pentimento.casefile.CaseFile;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what to type to whoever gives a file or folder where a command is expected; all other wrong
 * usage is told as usual.
 *
 * @param usual tells other wrong usage
 */
record Misspelt(Console console, IParameterExceptionHandler usual)
    implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) throws Exception {
    if (e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null
        && !unmatched.getUnmatched().isEmpty()) {
      String given = unmatched.getUnmatched().get(0);
      String remedy = remedy(given);
      if (!remedy.isEmpty()) {
        console.error("'" + given + "' is no command of pentimento.", remedy);
        return ExitStatus.WRONG_USAGE;
      }
    }
    return usual.handleParseException(e, args);
  }

  /** What to type for a path; empty if it is none. */
  private static String remedy(String given) {
    String word = ShellWord.of(given);
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      return "";
    }
    if (CaseFile.isCase(path) || given.endsWith(".case")) {
      return "To look at a case, start the window with 'pentimento' alone and open it there. To"
          + " check a case: pentimento verify "
          + word
          + ". To inspect a data set of a case: pentimento inspect dataset "
          + word
          + " DATASET";
    } else if (given.endsWith(".yaml") || given.endsWith(".yml")) {
      return "To carry out a plan: pentimento run " + word + " --case CASE";
    } else if (Files.exists(path)) {
      return "To take a data set into a case: pentimento import " + word + " --case CASE";
    }
    return "";
  }
}
