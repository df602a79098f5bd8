package org.pentimento.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
  @TempDir private Path folder;

  @Test
  void onlyProcessesThatServeAnotherOneLoadAnything() {
    assertThat(wish()).isEqualTo(Load.Wish.NOTHING);
    assertThat(wish("verify", "a.case")).isEqualTo(Load.Wish.NOTHING);
    assertThat(wish("run", "--job")).isEqualTo(Load.Wish.NOTHING);
    assertThat(wish("--version")).isEqualTo(Load.Wish.NOTHING);
    assertThat(wish("--job", "--detached", "x")).isEqualTo(Load.Wish.LISTED);
    assertThat(wish("--preview")).isEqualTo(Load.Wish.LISTED);
    assertThat(wish("--describe", "answer", "a.jar")).isEqualTo(Load.Wish.GIVEN);
  }

  private static Load.Wish wish(String... args) {
    return Load.Wish.of(args);
  }

  @Test
  void whoAsksSaysWhatIsStarted() {
    Load load = Load.given(new String[] {"--describe", "answer", "a.jar", "b.jar", "--", "c.jar"});
    assertThat(load.started()).containsExactly(Path.of("a.jar"), Path.of("b.jar"));
    assertThat(load.added()).containsExactly(Path.of("a.jar"), Path.of("b.jar"), Path.of("c.jar"));
  }

  @Test
  void whatIsPrintedBearsTheNameOfItsThread() throws InterruptedException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    PrintStream out = NamedOutput.printing(target);
    Thread other = new Thread(() -> out.println("one\ntwo"), "of a stranger");
    other.start();
    other.join();
    assertThat(target.toString(StandardCharsets.UTF_8))
        .isEqualTo("[of a stranger] one\n[of a stranger] two\n");
  }

  @Test
  void theListHoldsUntilAFileChanges() throws IOException {
    Path dropIns = Files.createDirectory(folder.resolve("dropins"));
    Path jar = Files.writeString(dropIns.resolve("a.jar"), "a");
    DropIns known = new DropIns(List.of(dropIns, folder.resolve("none")), folder.resolve("list"));
    String state = known.state("build");
    assertThat(known.listed(state)).isEmpty();
    Files.writeString(known.list(), state + "\n" + jar + "\n");
    assertThat(known.listed(state)).contains(List.of(jar));

    Files.writeString(jar, "another");
    assertThat(known.listed(known.state("build"))).isEmpty();
    Files.writeString(jar, "a");
    Files.createSymbolicLink(dropIns.resolve("dangling"), folder.resolve("nowhere"));
    assertThat(known.listed(known.state("build"))).isEmpty();
    assertThat(known.state("newer build")).isNotEqualTo(known.state("build"));
  }
}
