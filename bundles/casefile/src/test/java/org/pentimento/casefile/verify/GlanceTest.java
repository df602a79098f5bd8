package org.pentimento.casefile.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification.Problem;

/** What looking at log and sizes finds, and what only hashing does. */
class GlanceTest {
  private Path folder;
  private Path report;

  @BeforeEach
  void make(@TempDir Path parent) throws Exception {
    folder = parent.resolve("x.case");
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      String sha = file.blobs().put(Cases.utf8("a report"));
      file.record(new ReportWritten(Map.of("report.html", sha)));
      report = file.blobs().path(sha);
    }
    report.toFile().setWritable(true);
    assertThat(glance()).matches(Verification::intact);
  }

  private Verification glance() throws Exception {
    return CaseFile.glance(folder, Progress.NONE);
  }

  private Path anImage() throws Exception {
    try (Stream<Path> files = Files.walk(new Layout(folder).datasets())) {
      Path image = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      image.toFile().setWritable(true);
      return image;
    }
  }

  @Test
  void aFileThatIsLongerOrGone() throws Exception {
    Path image = anImage();
    long before = Files.size(image);
    Files.write(image, new byte[] {1}, StandardOpenOption.APPEND);
    Verification longer = glance();
    assertThat(longer.problems()).hasSize(1);
    assertThat(longer.problems().get(0).kind()).isEqualTo(Problem.Kind.CHANGED);
    assertThat(longer.problems().get(0).message())
        .endsWith("it had " + before + " bytes, now " + (before + 1) + ".");
    Files.delete(image);
    assertThat(glance().problems().get(0).kind()).isEqualTo(Problem.Kind.MISSING);
  }

  @Test
  void storedContentThatIsEmptyOrGone() throws Exception {
    Files.write(report, new byte[0]);
    assertThat(glance().problems().get(0).message()).contains("it is empty now");
    Files.delete(report);
    assertThat(glance().problems().get(0).kind()).isEqualTo(Problem.Kind.MISSING);
  }

  @Test
  void anAlteredLog() throws Exception {
    Path log = new Layout(folder).log();
    log.toFile().setWritable(true);
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    assertThat(glance().problems()).extracting(Problem::kind).contains(Problem.Kind.LOG);
  }

  /** What keeps its size is found only by hashing, which is why both exist. */
  @Test
  void aChangedByteTakesHashing() throws Exception {
    byte[] bytes = Files.readAllBytes(report);
    bytes[0] ^= 1;
    Files.write(report, bytes);
    assertThat(glance()).matches(Verification::intact);
    assertThat(Cases.verify(folder).problems()).hasSize(1);
  }
}
