package org.pentimento.platform.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Platform;

/** Linux on any processor. */
@Component(service = Platform.class)
public final class LinuxPlatform implements Platform {
  private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";
  private static final int PATIENCE_SECONDS = 5;
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private final Map<String, String> environment;
  private final LinuxMemory memory = LinuxMemory.ofSystem();
  private @Nullable Confinement confinement;

  /** Made by the component framework. */
  @Activate
  public LinuxPlatform() {
    this(System.getenv());
  }

  LinuxPlatform(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String processor() {
    try {
      for (String line : Files.readAllLines(PROCESSORS, StandardCharsets.UTF_8)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown"; // such as on ARM, which lists numbers only
  }

  @Override
  public long memory() {
    return memory.total();
  }

  @Override
  public long peakMemory() {
    return memory.peak();
  }

  @Override
  public void resetPeakMemory() {
    memory.resetPeak();
  }

  @Override
  public synchronized Confinement confinement() {
    Confinement known = confinement;
    if (known == null) {
      known = LinuxConfinement.of(searchPath());
      confinement = known;
    }
    return known;
  }

  @Override
  public String libraryPathVariable() {
    return "LD_LIBRARY_PATH";
  }

  @Override
  public List<String> inOwnSession(List<String> command) {
    List<String> line = new ArrayList<>();
    searchPath().find("setsid").ifPresent(line::add);
    line.addAll(command);
    return line;
  }

  @Override
  public Path cacheFolder() {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    return given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
  }

  @Override
  public String display() {
    return environment.getOrDefault("DISPLAY", environment.getOrDefault("WAYLAND_DISPLAY", ""));
  }

  /** By {@code notify-send}, which asks the desktop over its own bus. */
  @Override
  public boolean tell(String title, String text) {
    Optional<String> program = searchPath().find("notify-send");
    if (program.isEmpty() || (display().isEmpty() && !environment.containsKey(BUS))) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(program.get(), "--app-name=Pentimento", "--", title, text)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private SearchPath searchPath() {
    return new SearchPath(environment.getOrDefault("PATH", SearchPath.USUAL));
  }
}
