package org.pentimento.casefile.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;

/** The plans of a case that wait for their turn. */
class LineTest {
  @TempDir private Path folder = Path.of("");

  private Path place = Path.of("");
  private Line line = new Line(new LineFiles(Path.of("")));

  @BeforeEach
  void open() throws Exception {
    place = folder.resolve("a.case");
    CaseFile.create(place, new CaseInfo("E", "", "", "", "UTC", "")).close();
    line = Line.of(place);
  }

  private LineTurn take(String plan) throws Exception {
    Thread.sleep(5); // places go by milliseconds
    return LineTurn.take(place, plan);
  }

  private LineTurn begun(String plan) throws Exception {
    LineTurn turn = take(plan);
    turn.begin();
    return turn;
  }

  private List<String> plans() throws Exception {
    return line.places().stream().map(p -> p.plan() + " " + p.state()).toList();
  }

  private String id(String plan) throws Exception {
    return line.places().stream().filter(p -> p.plan().equals(plan)).findFirst().orElseThrow().id();
  }

  @Test
  void theFirstGoesFirst() throws Exception {
    LineTurn first = take("one");
    LineTurn second = take("two");
    assertThat(first.look().turn()).isTrue();
    first.begin();
    assertThat(second.look().before()).isEqualTo(1);
    assertThat(plans()).containsExactly("one RUNNING", "two WAITING");
    assertThat(line.places().get(0).pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(first.leave(LeftLine.How.DONE)).isEmpty();
    assertThat(second.look().turn()).isTrue();
    second.leave(LeftLine.How.DONE);
  }

  @Test
  void aPersonPutsThemInOrder() throws Exception {
    LineTurn running = begun("running");
    LineTurn one = take("one");
    LineTurn two = take("two");
    LineTurn three = take("three");
    line.move(id("three"), 0);
    assertThat(plans())
        .containsExactly("running RUNNING", "three WAITING", "one WAITING", "two WAITING");
    line.move(id("one"), 2);
    LineTurn late = take("late");
    assertThat(plans())
        .containsExactly(
            "running RUNNING", "three WAITING", "two WAITING", "one WAITING", "late WAITING");
    running.leave(LeftLine.How.DONE);
    assertThat(three.look().turn()).isTrue();
    assertThat(one.look().before()).isEqualTo(2);
    for (LineTurn turn : List.of(one, two, three, late)) {
      turn.leave(LeftLine.How.DONE);
    }
  }

  @Test
  void aPausedLineLetsNobodysTurnCome() throws Exception {
    LineTurn running = begun("running");
    LineTurn next = take("next");
    line.pause();
    running.leave(LeftLine.How.DONE);
    assertThat(next.look()).isEqualTo(new LineTurn.Standing(0, true, false));
    assertThat(next.look().turn()).isFalse();
    line.resume();
    assertThat(next.look().turn()).isTrue();
    next.leave(LeftLine.How.DONE);
  }

  @Test
  void onlyOneThatWaitsCanBeTakenOut() throws Exception {
    LineTurn running = begun("running");
    LineTurn next = take("next");
    line.remove(id("running"));
    line.remove(id("next"));
    assertThat(running.look().removed()).isFalse();
    assertThat(next.look().removed()).isTrue();
    next.leave(LeftLine.How.CANCELLED);
    assertThat(plans()).containsExactly("running RUNNING");
    running.leave(LeftLine.How.DONE);
  }

  @Test
  void whoIsGoneHoldsNobodyUp() throws Exception {
    take("killed");
    LineTurn next = take("next");
    assertThat(next.look().before()).isEqualTo(1);
    Path left = place.resolve("work/line").resolve(id("killed") + LineFiles.TURN);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    assertThat(next.look().before()).isZero();
    assertThat(left).doesNotExist();
    next.leave(LeftLine.How.DONE);
  }

  @Test
  void theLastOneTellsHowAllEnded() throws Exception {
    LineTurn one = begun("one");
    LineTurn two = take("two");
    LineTurn three = take("three");
    two.look();
    assertThat(one.leave(LeftLine.How.DONE)).isEmpty();
    two.begin();
    assertThat(three.leave(LeftLine.How.CANCELLED)).isEmpty();
    Thread.sleep(5);
    List<LeftLine> all = two.leave(LeftLine.How.FAILED);
    assertThat(LeftLine.words(all))
        .isEqualTo("3 plans: 1 done, 1 failed (two), 1 cancelled (three)");
    try (Stream<Path> files = Files.list(place.resolve("work/line"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void onePlanAloneIsNoLine() throws Exception {
    LineTurn alone = take("alone");
    assertThat(alone.look().turn()).isTrue();
    alone.begin();
    assertThat(alone.leave(LeftLine.How.DONE)).isEmpty();
  }

  @Test
  void whatSomebodyElsePutsThereHoldsNobodyUpForLong() throws Exception {
    LineTurn turn = take("plan");
    Path files = place.resolve("work/line");
    Files.writeString(files.resolve("order.json"), "{");
    Files.writeString(files.resolve("0" + LineFiles.LEFT), "no JSON");
    Files.createSymbolicLink(files.resolve("1" + LineFiles.LEFT), Path.of("/etc/passwd"));
    assertThat(turn.look().turn()).isTrue();
    assertThat(turn.leave(LeftLine.How.DONE)).hasSize(1);
    assertThat(Path.of("/etc/passwd")).exists();
  }
}
