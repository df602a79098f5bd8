package org.pentimento.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pentimento.casefile.CaseFile;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what to type to whoever gives a file, a folder or another word where a command is expected;
 * all other wrong usage is told as usual.
 *
 * @param usual tells other wrong usage
 */
record Misspelt(Console console, IParameterExceptionHandler usual)
    implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) throws Exception {
    if (e instanceof UnmatchedArgumentException unmatched
        && !e.getCommandLine().getSubcommands().isEmpty()
        && !unmatched.getUnmatched().isEmpty()) {
      String given = unmatched.getUnmatched().get(0);
      String name = e.getCommandLine().getCommandSpec().qualifiedName();
      String remedy = e.getCommandLine().getParent() == null ? remedy(given) : "";
      if (!remedy.isEmpty() || !given.startsWith("-")) {
        console.error(
            "'" + given + "' is no command of " + name + ".",
            remedy.isEmpty()
                ? near(given, e.getCommandLine().getSubcommands().keySet())
                    + "All commands: "
                    + name
                    + " --help"
                : remedy);
        return ExitStatus.WRONG_USAGE;
      }
    }
    return usual.handleParseException(e, args);
  }

  /**
   * Refuses a word that is no command though help was asked for, which would be the help of what
   * stands before it.
   */
  static void refuseUnknownCommand(ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      if (!at.unmatched().isEmpty() && !at.commandSpec().subcommands().isEmpty()) {
        throw new UnmatchedArgumentException(at.commandSpec().commandLine(), at.unmatched());
      }
    }
  }

  /**
   * Commands that a slip of the fingers or two lie away, as a question; empty if there are none.
   */
  private static String near(String given, Set<String> commands) {
    List<String> near =
        commands.stream()
            .filter(command -> slips(given, command) <= Math.min(2, command.length() / 3))
            .sorted()
            .toList();
    return near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
  }

  /** Letters to put in, leave out or change (Levenshtein 1966). */
  private static int slips(String a, String b) {
    int[] before = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[b.length()];
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
