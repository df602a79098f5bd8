package org.pentimento.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pentimento.api.BadInputException;
import org.pentimento.cli.console.Console;

/** Asks on the terminal whether something is to be done. */
final class Consent {
  private Consent() {}

  /**
   * True for yes. Anything else is no, the end of the input too.
   *
   * @param json whether standard output is for a program
   * @throws BadInputException if nobody is there who could answer
   */
  static boolean given(Console console, String question, boolean json) throws IOException {
    if (json || !console.terminal()) {
      throw new BadInputException(
          "Nobody is there to be asked: " + question, "Give --yes if that is what you want.");
    }
    console.err().print(question + " [y/N] ");
    console.err().flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
