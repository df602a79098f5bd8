package org.pentimento.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an analyst reads has no words that only programmers know. */
class AnalystsWordsTest {
  private static final Path BUNDLES = Path.of("..", "..", "bundles");

  /** The bundles that speak to an analyst. */
  private static final Pattern SPEAKS = Pattern.compile("workbench.*|verdict|report|figures|chart");

  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern TERM =
      Pattern.compile("\\b(blobs?|nchw|nhwc|prlimit|peakBytes|custody\\.jsonl)\\b(?!/)");

  /** Identifiers that are put into words there. */
  private static final Pattern TRANSLATED = Pattern.compile("\\s*case \"\\w+\" -> .*");

  @Test
  void noTermOfProgrammersIsInASentenceOrInTheGuide() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = files();
    assertTrue(files.size() > 100, files.size() + " files are looked at");
    for (Path file : files) {
      boolean guide = file.toString().endsWith(".md");
      for (String line : Files.readAllLines(file)) {
        boolean said =
            guide
                ? TERM.matcher(line).find()
                : !TRANSLATED.matcher(line).matches()
                    && LITERAL
                        .matcher(line)
                        .results()
                        .anyMatch(l -> TERM.matcher(l.group()).find());
        if (said) {
          found.add(file.getFileName() + ": " + line.strip());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      for (Path bundle : bundles.sorted().toList()) {
        Path sources = bundle.resolve("src/main");
        if (SPEAKS.matcher(bundle.getFileName().toString()).matches()
            && Files.isDirectory(sources)) {
          try (Stream<Path> all = Files.walk(sources)) {
            all.filter(f -> f.toString().matches(".*\\.(java|md)")).sorted().forEach(files::add);
          }
        }
      }
    }
    return files;
  }
}
