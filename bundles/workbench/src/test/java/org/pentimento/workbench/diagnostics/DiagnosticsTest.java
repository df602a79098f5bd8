package org.pentimento.workbench.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnosticsTest {
  private static final String LOG =
      """
      18:22:01.123 INFO  o.p.workbench.cases.OpenCases - Reading Miller vs State of /home/jmiller/Cases 2026/Miller vs State.case
      18:22:02.456 WARN  o.p.dataset.Reader - photos/person-005 cannot be read: C:\\Users\\jmiller\\face.jpg
      18:22:03.789 ERROR o.p.jobs.Child - The pair “Jane Miller, front” of Jane_Miller.png is gone, says 'Anna O''Neil'
      java.nio.file.NoSuchFileException: /media/usb stick/Jane Miller/left eye.png
      \tat java.base/sun.nio.fs.UnixException.translateToIOException(UnixException.java:92)
      \tat org.pentimento.dataset.Reader.read(Reader.java:17)
      Caused by: java.io.IOException: jmiller@forensic-07: file:/home/jmiller/x y.onnx (run-1/cgan/1/s1/poisoned)
      """;

  @Test
  void theArchiveHoldsNoNameAndNoPath(@TempDir Path folder) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("log"));
    Files.writeString(logs.resolve("pentimento-17.log"), LOG);
    Files.writeString(logs.resolve("pentimento-crash-9.log"), "PATH=/home/jmiller/bin");
    Files.writeString(folder.resolve("errors"), "!MESSAGE Miller vs State cannot be read\n");
    Path zip = folder.resolve("out.zip");

    Diagnostics.gather(
            Map.of("versions", "Java: 17\nHome: /home/jmiller"),
            logs,
            folder.resolve("errors"),
            List.of("jmiller", "Jane Miller", "Miller vs State", "forensic-07", ""))
        .write(zip);

    String all = all(zip);
    for (String secret :
        List.of(
            "jmiller",
            "miller",
            "Jane",
            "State",
            "Cases 2026",
            "forensic",
            "usb",
            "stick",
            "eye",
            "face",
            "front",
            "person",
            "Anna",
            "cgan",
            "/home",
            "/bin")) {
      assertThat(all).as(secret).doesNotContainIgnoringCase(secret);
    }
    assertThat(all)
        .contains("Java: 17", "18:22:02.456 WARN", "NoSuchFileException", "Reader.java:17")
        .contains("cannot be read");
  }

  @Test
  void aShortNameIsTakenOutOfNoWord() {
    assertThat(Scrubber.of(List.of("al", "x")).scrub("A fatal error of al, x = 1"))
        .isEqualTo("A fatal error of ‹name›, x = 1\n");
  }

  @Test
  void versionsAndTheNamesOfBundlesStay() {
    String kept =
        "Bundle 'org.pentimento.dataset' 0.1.0 needs org.eclipse.swt/3.129.0, o.p.jobs.Child";
    assertThat(Scrubber.of(List.of("data", "jobs", "1.0", "dataset", "Child")).scrub(kept))
        .isEqualTo(kept + "\n");
    assertThat(Scrubber.of(List.of("1.0")).scrub("case 1.0, in 'org.pentimento.x of Smith'"))
        .isEqualTo("case ‹name›, in ‹name›\n");
  }

  @Test
  void aLogIsCutAtItsBeginning(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.log"), "first\n" + "12345678\n".repeat(40_000) + "last\n");
    String text =
        Diagnostics.gather(Map.of(), folder, folder.resolve("none"), List.of())
            .texts()
            .get("log-1.txt");
    assertThat(text).startsWith("12345678\n").endsWith("last\n").hasSizeLessThan(300_000);
  }

  private static String all(Path zip) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        all.append(entry.getName()).append('\n');
        all.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
