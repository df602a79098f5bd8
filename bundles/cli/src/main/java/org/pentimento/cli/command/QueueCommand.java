package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.line.Line;
import org.pentimento.casefile.line.LinePlace;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.verdict.TimeWords;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the plans of a case that run or wait in line, or changes the line.",
      "'run --wait' and the window put plans there; each is a process of its own that goes on"
          + " without the terminal or the window that shows it. A 'run' without --wait stands there"
          + " too while it is carried out, and ends with its terminal."
    })
final class QueueCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @ArgGroup private Change change = new Change();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  QueueCommand(Console console) {
    this.console = console;
  }

  /** What to change, one thing at a time. */
  static final class Change {
    @Option(
        names = "--pause",
        description =
            "Let nobody's turn come; what is being carried out goes on, and those that wait stay in"
                + " line.")
    private boolean pause;

    @Option(names = "--resume", description = "Let the next one's turn come again.")
    private boolean resume;

    @Option(
        names = "--first",
        paramLabel = "PLAN",
        description = "Move a plan before all that wait; its number in the line, or its name.")
    private @Nullable String first;

    @Option(
        names = "--remove",
        paramLabel = "PLAN",
        description = "Take a plan that waits out of the line; its number, or its name.")
    private @Nullable String remove;
  }

  /**
   * What is printed as JSON.
   *
   * @param paused whether nobody's turn comes
   * @param plans the one that is carried out first, the others in the order of their turns
   */
  record Queue(boolean paused, List<Place> plans) {
    static Queue of(boolean paused, List<LinePlace> places) {
      List<Place> plans = new ArrayList<>();
      int number = 0;
      for (LinePlace p : places) {
        plans.add(
            new Place(p.waits() ? ++number : 0, p.id(), p.plan(), p.pid(), p.since(), p.state()));
      }
      return new Queue(paused, plans);
    }
  }

  /**
   * A plan in the line.
   *
   * @param number of its turn among those that wait, from 1; 0 if it is carried out
   */
  record Place(
      int number, String id, String plan, long pid, Instant since, LinePlace.State state) {}

  @Override
  public Integer call() throws Exception {
    Line line = Line.of(caseFolder);
    if (change.pause) {
      line.pause();
    } else if (change.resume) {
      line.resume();
    }
    if (change.first != null) {
      line.move(chosen(line, change.first).id(), 0);
    }
    String removed = "";
    if (change.remove != null) {
      LinePlace out = chosen(line, change.remove);
      line.remove(out.id());
      removed = out.id();
    }
    String gone = removed;
    List<LinePlace> places =
        line.places().stream().filter(place -> !place.id().equals(gone)).toList();
    if (json) {
      console.out().println(WireJson.pretty(CanonicalJson.tree(Queue.of(line.paused(), places))));
    } else {
      print(line.paused(), places);
    }
    return ExitStatus.DONE;
  }

  private LinePlace chosen(Line line, String words) throws IOException {
    List<LinePlace> waiting = line.places().stream().filter(LinePlace::waits).toList();
    List<LinePlace> named = waiting.stream().filter(p -> p.plan().equals(words)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (named.isEmpty() && words.matches("\\d{1,6}")) {
      int number = Integer.parseInt(words);
      if (number >= 1 && number <= waiting.size()) {
        return waiting.get(number - 1);
      }
    }
    throw new BadInputException(
        named.isEmpty()
            ? "No plan '" + words + "' waits in the line of " + caseFolder + "."
            : named.size() + " plans of the name '" + words + "' wait in the line.",
        waiting.isEmpty()
            ? "Nothing waits there. What is being carried out is ended by Ctrl+C where it was"
                + " started, or by Cancel in the window; if its terminal is closed, by 'kill' and"
                + " its process number."
            : "Give the number of one: " + numbers(waiting) + ".");
  }

  private static String numbers(List<LinePlace> waiting) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      LinePlace place = waiting.get(i);
      words.add((i + 1) + " is '" + place.plan() + "' since " + TimeWords.second(place.since()));
    }
    return String.join(", ", words);
  }

  private void print(boolean paused, List<LinePlace> places) {
    if (places.isEmpty()) {
      console.out().println("No plan of this case runs or waits in line.");
    }
    int number = 0;
    for (LinePlace place : places) {
      console
          .out()
          .printf(
              "%-8s %s (process %d, since %s)%n",
              place.waits() ? ++number : "running",
              place.plan(),
              place.pid(),
              TimeWords.second(place.since()));
    }
    if (paused) {
      console
          .out()
          .println(
              "The line is paused: nobody's turn comes until 'pentimento queue "
                  + ShellWord.of(caseFolder)
                  + " --resume'.");
    }
  }
}
