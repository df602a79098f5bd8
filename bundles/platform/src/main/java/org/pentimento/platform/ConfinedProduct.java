package org.pentimento.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The product itself in a confined process: it sees its own bundles, those files that it is given,
 * and one folder that it may write to and takes for its user's home.
 *
 * @param confinement of this system
 * @param command starts the product, ends with the launcher's jar and has room for options of Java
 *     two places before its end
 */
public record ConfinedProduct(Confinement confinement, List<String> command) {
  /** Address space in MiB; its heap is bounded by the command. */
  private static final int MEMORY = 6144;

  /** Whether this system can keep a process from the user's files and from the network. */
  public boolean isPossible() {
    Set<Confinement.Gap> gaps = confinement.gaps();
    return command.size() > 2
        && !gaps.contains(Confinement.Gap.FILES)
        && !gaps.contains(Confinement.Gap.NETWORK);
  }

  /**
   * A process that is not started yet.
   *
   * @param place the folder that it may write to
   * @param readable files and folders that it may read beside the product
   * @param arguments of the product
   */
  public ProcessBuilder process(Path place, List<Path> readable, List<String> arguments)
      throws IOException {
    List<Path> seen = new ArrayList<>(confinement.javaRuntime());
    Path launcher = Path.of(command.get(command.size() - 1));
    Path home = launcher.resolve("../..").normalize();
    for (String part : List.of("lib", "bundles")) {
      seen.add(home.resolve(part));
    }
    for (Path file : readable) {
      if (Files.exists(file)) {
        seen.add(file);
      }
    }
    List<String> line = new ArrayList<>(command.subList(0, command.size() - 2));
    line.add("-Duser.home=" + place);
    line.add("-Dpentimento.config=" + place);
    line.add("-XX:ErrorFile=" + place.resolve("crash.log"));
    line.add("-XX:CompressedClassSpaceSize=128m");
    line.add("-XX:ReservedCodeCacheSize=96m");
    line.add("-XX:-UsePerfData");
    line.addAll(command.subList(command.size() - 2, command.size()));
    line.addAll(arguments);
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("MALLOC_ARENA_MAX", "2");
    return confinement.process(line, new Permissions(seen, place, environment, MEMORY, false));
  }
}
