package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.ExaminerWords;

/**
 * What an examiner writes in a report, as a text file: under the headings {@code # Question},
 * {@code # Conclusion}, {@code # Qualifications} and {@code # Opinion}, each of which may be
 * missing.
 */
final class StatementFile {
  private static final List<String> HEADINGS =
      List.of("question", "conclusion", "qualifications", "opinion");

  private StatementFile() {}

  /**
   * Reads a file in UTF-8.
   *
   * @throws BadInputException naming the file and line that are not understood
   */
  static ExaminerWords read(Path file) throws IOException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "There is no file " + file + ".", "Give the file with the examiner's statement.", e);
    } catch (MalformedInputException e) {
      throw new BadInputException(file + " is no text in UTF-8.", "Save it as UTF-8.", e);
    }
  }

  static ExaminerWords parse(String file, String text) throws BadInputException {
    Map<String, StringBuilder> parts = new LinkedHashMap<>();
    StringBuilder part = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("# ")) {
        String heading = line.substring(2).strip().toLowerCase(java.util.Locale.ROOT);
        part = new StringBuilder();
        if (!HEADINGS.contains(heading) || parts.put(heading, part) != null) {
          throw wrong(file, number, "“" + line + "” is no heading that is known or new");
        }
      } else if (part != null) {
        part.append(line).append('\n');
      } else if (!line.isBlank()) {
        throw wrong(file, number, "“" + line + "” stands under no heading");
      }
    }
    return new ExaminerWords(
        part(parts, "question"),
        part(parts, "conclusion"),
        part(parts, "qualifications"),
        part(parts, "opinion"));
  }

  private static String part(Map<String, StringBuilder> parts, String heading) {
    return parts.getOrDefault(heading, new StringBuilder()).toString().strip();
  }

  private static BadInputException wrong(String file, int line, String what) {
    return new BadInputException(
        file + ", line " + line + ": " + what + ".",
        "Write the statement under the headings # Question, # Conclusion, # Qualifications and"
            + " # Opinion, each at most once.");
  }
}
