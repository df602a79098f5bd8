package org.pentimento.casefile.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.json.CanonicalJson;

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
              answer = {"problems": found.problems, "anchor": found.anchor}
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

  private static JsonNode ask(List<@Nullable String> question) throws IOException {
    ask.write(JSON.writeValueAsString(question));
    ask.newLine();
    ask.flush();
    String line = answer.readLine();
    assertThat(line).as("an answer of the second verifier to %s", question).isNotNull();
    return JSON.readTree(line);
  }

  /** What one of the two said: the files that it named, and what bore the case out. */
  private record Said(Set<String> files, String anchor) {}

  private static Said second(Path folder, Anchors anchors) throws IOException {
    List<@Nullable String> question = new ArrayList<>(List.of("verify", folder.toString()));
    question.add(anchors.receipt().map(Path::toString).orElse(null));
    question.add(anchors.key().orElse(null));
    JsonNode said = ask(question);
    Set<String> files = new TreeSet<>();
    said.get("problems").forEach(problem -> files.add(problem.get("file").asText()));
    return new Said(files, said.get("anchor").asText());
  }

  private static Said ours(Path folder, Anchors anchors) throws Exception {
    Verification said = CaseFile.verify(folder, anchors, Progress.NONE);
    Set<String> files = new TreeSet<>();
    said.problems().forEach(problem -> files.add(problem.file()));
    files.remove("case.db"); // no evidence, and the second does not look at it
    return new Said(files, said.anchor().name());
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
    Anchors receipt = Anchors.receipt(temp.resolve("receipt"));
    Anchors key = Anchors.given(Optional.empty(), Optional.of(fingerprint(sound)));
    for (Anchors given : List.of(Anchors.NONE, key, receipt)) {
      String anchor = given == receipt ? "RECEIPT" : given == key ? "KEY" : "NONE";
      assertThat(ours(sound, given)).isEqualTo(new Said(Set.of(), anchor));
      assertThat(second(sound, given)).isEqualTo(new Said(Set.of(), anchor));
    }
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
        Said nothing = new Said(Set.of(), "NONE");
        assertThat(ours(folder, Anchors.NONE))
            .as("ours without receipt, " + what)
            .isEqualTo(nothing);
        assertThat(second(folder, Anchors.NONE)).as("without receipt, " + what).isEqualTo(nothing);
      }
      if (kind == Tampering.RESIGNED) {
        assertThat(ours(folder, key).files()).containsExactly("head.json");
        assertThat(second(folder, key).files()).containsExactly("head.json");
      }
      Said ours = ours(folder, receipt);
      Said second = second(folder, receipt);
      assertThat(ours.files()).as("ours, " + what).containsAnyElementsOf(named);
      assertThat(second.files()).as("second, " + what).containsAnyElementsOf(named);
      alike.merge(kind, ours.files().equals(second.files()) ? 1 : 0, Integer::sum);
      Tampering.delete(folder);
    }
    System.out.println(tries + " tamperings found by both; the same files named: " + alike);
  }

  @Test
  void bothMissWholeFolders() throws Exception {
    Path sound = whole();
    for (String part : List.of("blobs", "datasets")) {
      Path folder = temp.resolve("without-" + part);
      Tampering.copy(sound, folder);
      Tampering.delete(folder.resolve(part));
      for (Said said : List.of(ours(folder, Anchors.NONE), second(folder, Anchors.NONE))) {
        assertThat(said.files()).as(part).isNotEmpty().allMatch(file -> file.startsWith(part));
      }
    }
  }

  private static String fingerprint(Path folder) throws Exception {
    return CaseFile.verify(folder, Anchors.NONE, Progress.NONE).key();
  }

  @Test
  void bothWriteJsonAlike() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    List<@Nullable String> question = new ArrayList<>(List.of("canonical"));
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
