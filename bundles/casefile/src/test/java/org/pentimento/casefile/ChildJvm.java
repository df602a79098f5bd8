package org.pentimento.casefile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.log.Entry;

/** Another process that works on a case, to be killed or to be kept out. */
final class ChildJvm {
  private ChildJvm() {}

  record Output(int status, String output) {}

  static Process start(String what, Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dpentimento.config=" + System.getProperty("pentimento.config"),
                "-cp",
                System.getProperty("java.class.path"),
                ChildJvm.class.getName(),
                what,
                HexFormat.of().formatHex(folder.toString().getBytes(StandardCharsets.UTF_8))))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static Output run(String what, Path folder) throws IOException, InterruptedException {
    Process process = start(what, folder);
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder output = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.append(line).append('\n');
      }
      return new Output(process.waitFor(), output.toString());
    }
  }

  /** Says each entry after it was acknowledged, and goes on until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Path folder =
        Path.of(new String(HexFormat.of().parseHex(arguments[1]), StandardCharsets.UTF_8));
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      System.out.println("opened");
      String pid = String.valueOf(ProcessHandle.current().pid());
      for (long i = 0; arguments[0].equals("append"); i++) {
        String sha = file.blobs().put((pid + " " + i).getBytes(StandardCharsets.UTF_8));
        String run = pid + "-" + i;
        file.record(new RunStarted(run, "n", sha));
        Files.createDirectories(file.datasetFolder(run));
        Entry entry = file.record(new RunFailed(run, "x".repeat(5000)));
        System.out.println(entry.number() + " " + entry.hash());
        System.out.flush();
      }
    } catch (IOException e) {
      System.out.println(e);
    }
  }
}
