package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;

class LogHubTest {
  private static final Bundle BUNDLE =
      (Bundle)
          Proxy.newProxyInstance(
              LogHubTest.class.getClassLoader(),
              new Class<?>[] {Bundle.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getSymbolicName") ? "a.bundle" : null);

  private final Path file;
  private final LogHub hub;
  private boolean ending;
  private final List<LogLevel> heard = new ArrayList<>();

  LogHubTest(@TempDir Path folder) {
    file = folder.resolve("a.log");
    hub = new LogHub(new LogFile(file), () -> ending);
  }

  private void say(LogLevel level) {
    hub.log(BUNDLE, "a", null, level, "what it does", null);
  }

  @Test
  void whileTheProductEndsErrorsAloneAreWritten() throws IOException {
    List.of(LogLevel.WARN, LogLevel.ERROR).forEach(this::say);
    ending = true;
    List.of(LogLevel.WARN, LogLevel.ERROR).forEach(this::say);
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.startsWith("!ENTRY"))
        .extracting(line -> line.split(" ")[2])
        .containsExactly("2", "4", "4");
  }

  private void hear(LogEntry entry) {
    heard.add(entry.getLogLevel());
  }

  @Test
  void aListenerThatWantsNothingParticularHearsOfTroubleAlone() {
    hub.addLogListener(this::hear);
    hub.addLogListener(entry -> {}, null);
    assertThat(hub.isLoggable(BUNDLE, "a", LogLevel.WARN)).isTrue();
    assertThat(hub.isLoggable(BUNDLE, "a", LogLevel.INFO)).isFalse();
    assertThat(hub.isLoggable(BUNDLE, "a", LogLevel.DEBUG)).isFalse();
    List.of(LogLevel.ERROR, LogLevel.DEBUG, LogLevel.WARN, LogLevel.INFO).forEach(this::say);
    assertThat(heard).containsExactly(LogLevel.ERROR, LogLevel.WARN);
  }

  @Test
  void aListenerWithAFilterHearsWhatItAsksFor() {
    hub.addLogListener(this::hear, (bundle, logger, level) -> level == LogLevel.DEBUG.ordinal());
    assertThat(hub.isLoggable(BUNDLE, "a", LogLevel.DEBUG)).isTrue();
    assertThat(hub.isLoggable(BUNDLE, "a", LogLevel.TRACE)).isFalse();
    List.of(LogLevel.ERROR, LogLevel.DEBUG, LogLevel.TRACE).forEach(this::say);
    assertThat(heard).containsExactly(LogLevel.DEBUG);
  }
}
