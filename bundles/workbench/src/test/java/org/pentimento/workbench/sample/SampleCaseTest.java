package org.pentimento.workbench.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunRecord;

final class SampleCaseTest {
  @Test
  void isAFinishedCaseThatSaysThatItIsASample(@TempDir Path folder) throws IOException {
    Path place = SampleCase.in(folder);
    assertThat(place).isEqualTo(folder.resolve("sample.case"));
    try (CaseFile file = CaseFile.openForReading(place)) {
      assertThat(file.info().caseNumber()).isEqualTo("SAMPLE");
      assertThat(file.info().notes()).contains("sample", "no real person");
      assertThat(file.runs()).hasSize(1);
      assertThat(file.runs().get(0).state()).isEqualTo(RunRecord.State.FINISHED);
      assertThat(file.entries()).anyMatch(e -> e.as(ReportWritten.class).isPresent());
      assertThat(file.entries()).allMatch(e -> e.login().equals("sample"));
    }
    assertThat(size(place)).isLessThan(6L << 20);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(place);
    }
  }

  @Test
  void anEarlierCopyStaysAndNothingElseIsTouched(@TempDir Path folder) throws IOException {
    Path other = Files.createDirectories(folder.resolve("sample.case"));
    Files.writeString(other.resolve("mine"), "mine");
    Path copy = SampleCase.in(folder);
    assertThat(copy).isEqualTo(folder.resolve("sample-2.case"));
    Files.writeString(copy.resolve("work").resolve("draft"), "kept");
    assertThat(SampleCase.in(folder)).isEqualTo(copy);
    assertThat(copy.resolve("work").resolve("draft")).hasContent("kept");
    assertThat(other.resolve("mine")).hasContent("mine");
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
