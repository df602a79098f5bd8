package org.pentimento.casefile.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.verify.Verification.Problem;

/**
 * The verifier that is written in Python from the published format alone, beside ours: over sound
 * cases, and over cases that were tampered with by lot. {@code -Dpentimento.tamperings=1000} tries
 * more.
 */
class SecondVerifierTest {
  private static final Path PROGRAM = Path.of("../../product/verifier").toAbsolutePath();

  /** Answers each line of its input, so that Python is started once. */
  private static final String SERVER =
      """
      import json, sys
      sys.path.insert(0, sys.argv[1])
      sys.dont_write_bytecode = True
      import verify_case
      for line in sys.stdin:
          word, *asked = json.loads(line)
          if word == "canonical":
              answer = [verify_case.canonical(verify_case.parsed(text)) for text in asked]
          else:
              found = verify_case.Verification(*asked).run()
              answer = {"problems": found.problems, "anchored": found.anchored}
          print(json.dumps(answer), flush=True)
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Process python;
  private static BufferedWriter ask;
  private static BufferedReader answer;

  @TempDir private Path temp;

  @BeforeAll
  static void start() throws IOException {
    python =
        new ProcessBuilder("python3", "-c", SERVER, PROGRAM.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ask = python.outputWriter(StandardCharsets.UTF_8);
    answer = python.inputReader(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    python.destroy();
  }

  private static JsonNode ask(List<String> question) throws IOException {
    ask.write(JSON.writeValueAsString(question));
    ask.newLine();
    ask.flush();
    String line = answer.readLine();
    assertThat(line).as("an answer of the second verifier to %s", question).isNotNull();
    return JSON.readTree(line);
  }

  private static Set<String> second(Path folder, Optional<Path> receipt) throws IOException {
    List<String> question = new ArrayList<>(List.of("verify", folder.toString()));
    receipt.ifPresent(file -> question.add(file.toString()));
    Set<String> files = new TreeSet<>();
    ask(question).get("problems").forEach(problem -> files.add(problem.get("file").asText()));
    return files;
  }

  private static Set<String> ours(Path folder, Optional<Path> receipt) throws Exception {
    Set<String> files = new TreeSet<>();
    for (Problem problem : CaseFile.verify(folder, receipt, Progress.NONE).problems()) {
      files.add(problem.file());
    }
    return files;
  }

  /** A case, its receipt, and a copy of it as it was two entries before. */
  private Path whole() throws Exception {
    Path folder = temp.resolve("sound.case");
    try (CaseFile file = Cases.create(folder)) {
      Cases.importFaces(file, "faces");
      Cases.run(file, "run-1");
    }
    Tampering.copy(folder, temp.resolve("earlier.case"));
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      Cases.importFaces(file, "Gesichter ä 2");
      Cases.run(file, "run-2");
      file.record(Cases.note("\u0007 \"quoted\" \\ \u2028 😀 ä"));
      String report = file.blobs().put(Cases.utf8("a report"));
      file.record(new ReportWritten(Map.of("report.html", report)));
      file.receipt().write(temp.resolve("receipt"));
      file.record(Cases.note("after the receipt"));
    }
    return folder;
  }

  @Test
  void bothFindEveryTamperingAndNameTheFile() throws Exception {
    Path sound = whole();
    Optional<Path> receipt = Optional.of(temp.resolve("receipt"));
    for (Optional<Path> given : List.of(Optional.<Path>empty(), receipt)) {
      assertThat(ours(sound, given)).isEmpty();
      assertThat(second(sound, given)).isEmpty();
    }
    assertThat(ask(List.of("verify", sound.toString())).get("anchored").asBoolean()).isFalse();
    SplittableRandom random = new SplittableRandom(20);
    int tries = Integer.getInteger("pentimento.tamperings", 100);
    Map<Tampering, Integer> alike = new TreeMap<>();
    for (int i = 0; i < tries; i++) {
      Tampering kind = Tampering.values()[i % Tampering.values().length];
      Path folder = temp.resolve("tampered.case");
      Tampering.copy(sound, folder);
      Set<String> named = kind.tamper(folder, temp.resolve("earlier.case"), random.split());
      String what = kind + " " + i + " " + named;
      if (kind.needsAnAnchor()) {
        assertThat(ours(folder, Optional.empty())).as("ours without receipt, " + what).isEmpty();
        assertThat(second(folder, Optional.empty())).as("without receipt, " + what).isEmpty();
      }
      Set<String> ours = ours(folder, receipt);
      Set<String> second = second(folder, receipt);
      assertThat(ours).as("ours, " + what).containsAnyElementsOf(named);
      assertThat(second).as("second, " + what).containsAnyElementsOf(named);
      ours.remove("case.db"); // no evidence, and the second does not look at it
      alike.merge(kind, ours.equals(second) ? 1 : 0, Integer::sum);
      Tampering.delete(folder);
    }
    System.out.println(tries + " tamperings found by both; the same files named: " + alike);
  }

  @Test
  void bothWriteJsonAlike() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    List<String> question = new ArrayList<>(List.of("canonical"));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextDouble() * Math.pow(10, random.nextInt(-8, 12));
            case 1 -> random.nextInt(-1000, 1000) / 8.0;
            case 2 -> Double.longBitsToDouble(random.nextLong());
            default -> Math.pow(10, random.nextInt(-320, 308)) * (random.nextBoolean() ? 1 : -1);
          };
      if (Double.isFinite(value)) {
        Map<String, Object> document = Map.of("a\u0001\u007f😀/", value, "Z", List.of("\t", true));
        expected.add(CanonicalJson.text(document));
        question.add(JSON.writeValueAsString(document));
      }
    }
    JsonNode answers = ask(question);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(answers.get(i).asText()).isEqualTo(expected.get(i));
    }
  }
}
