package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
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

  private final LogHub hub;
  private final List<LogLevel> heard = new ArrayList<>();

  LogHubTest(@TempDir Path folder) {
    hub = new LogHub(new LogFile(folder.resolve("a.log")));
  }

  private void say(LogLevel level) {
    hub.log(BUNDLE, "a", null, level, "what it does", null);
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
