package org.pentimento.casefile.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.line.LineTurn.Waiting;

/**
 * The line of a case: one plan is carried out, the others wait for their turn. It is a folder, so
 * that it can be looked at and changed by whoever may write there, and goes on without them.
 */
public final class Line {
  private final LineFiles files;

  Line(LineFiles files) {
    this.files = files;
  }

  /**
   * The line of a case.
   *
   * @throws BadInputException if the folder is no case
   */
  public static Line of(Path caseFolder) throws IOException {
    return new Line(LineFiles.of(caseFolder));
  }

  /** The plans: the one that is carried out first, the others in the order of their turns. */
  public List<LinePlace> places() throws IOException {
    List<String> order = order();
    List<LinePlace> places = new ArrayList<>();
    for (String id : files.names(LineFiles.TURN)) {
      if (files.isAlive(id)) {
        Waiting waiting = files.read(id + LineFiles.TURN, Waiting.class).orElse(Waiting.UNKNOWN);
        places.add(
            new LinePlace(
                id,
                waiting.plan(),
                waiting.pid(),
                waiting.since(),
                files.has(id + LineFiles.RUNNING)
                    ? LinePlace.State.RUNNING
                    : LinePlace.State.WAITING));
      }
    }
    places.sort(
        Comparator.comparing(LinePlace::state)
            .thenComparingInt(place -> rank(order, place.id()))
            .thenComparing(LinePlace::id));
    return places;
  }

  private List<String> order() throws IOException {
    return files.read(LineFiles.ORDER, String[].class).map(List::of).orElse(List.of());
  }

  /** Whoever came after somebody put the others in order stands behind them. */
  private static int rank(List<String> order, String id) {
    int at = order.indexOf(id);
    return at < 0 ? order.size() : at;
  }

  /** Whether nobody's turn comes; what is carried out goes on all the same. */
  public boolean paused() {
    return files.has(LineFiles.PAUSED);
  }

  /** Lets nobody's turn come until {@link #resume}. */
  public void pause() throws IOException {
    files.write(LineFiles.PAUSED, true);
  }

  /** Undoes {@link #pause}. */
  public void resume() throws IOException {
    files.delete(LineFiles.PAUSED);
  }

  /**
   * Moves a plan that waits, and leaves the others in their order.
   *
   * @param to new place among those that wait, from 0; the last one if there are fewer
   */
  public void move(String id, int to) throws IOException {
    List<String> ids =
        new ArrayList<>(places().stream().filter(LinePlace::waits).map(LinePlace::id).toList());
    if (ids.remove(id)) {
      ids.add(Math.max(0, Math.min(to, ids.size())), id);
      files.write(LineFiles.ORDER, ids);
    }
  }

  /** Tells a plan that waits to leave; it does so within seconds. */
  public void remove(String id) throws IOException {
    if (files.has(id + LineFiles.TURN) && !files.has(id + LineFiles.RUNNING)) {
      files.write(id + LineFiles.REMOVED, true);
    }
  }
}
