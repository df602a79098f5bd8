package org.pentimento.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys of the window: two commands on one key would ask which of them is meant. */
class KeysTest {
  private static final Pattern KEY = Pattern.compile("<key [^>]*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\b(commandId|sequence|contextId)=\"([^\"]*)\"");

  @Test
  void everyKeyMeansOneCommand() throws IOException {
    Map<String, TreeSet<String>> commands = new TreeMap<>();
    try (Stream<Path> bundles = Files.list(Path.of("../../bundles"))) {
      for (Path bundle : bundles.toList()) {
        Path file = bundle.resolve("src/main/resources/plugin.xml");
        if (Files.exists(file)) {
          keys(Files.readString(file))
              .forEach(
                  key ->
                      commands
                          .computeIfAbsent(
                              key.get("sequence") + " " + key.getOrDefault("contextId", ""),
                              k -> new TreeSet<>())
                          .add(key.getOrDefault("commandId", "")));
        }
      }
    }
    assertFalse(commands.isEmpty());
    commands.values().removeIf(found -> found.size() == 1);
    assertEquals(Map.of(), commands, "keys of more than one command");
  }

  private static List<Map<String, String>> keys(String xml) {
    return KEY.matcher(xml).results().map(MatchResult::group).map(KeysTest::attributes).toList();
  }

  private static Map<String, String> attributes(String key) {
    Map<String, String> attributes = new TreeMap<>();
    ATTRIBUTE.matcher(key).results().forEach(a -> attributes.put(a.group(1), a.group(2)));
    return attributes;
  }
}
