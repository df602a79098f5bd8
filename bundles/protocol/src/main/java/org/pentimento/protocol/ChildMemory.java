package org.pentimento.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * How much memory a child process may take. Native code takes most of it, beyond Java's heap; left
 * to itself it may take four times the heap, far too little for networks of their published sizes.
 *
 * @param machine bytes of the machine, or of the container that we are in
 * @param percent share of them, 1 to 100
 */
public record ChildMemory(long machine, int percent) {
  private static final int MIB = 1 << 20;
  private static final long LEAST_HEAP = 512;
  private static final long MOST_HEAP = 8192;

  /**
   * A command that keeps to it.
   *
   * @param command a program and its arguments; the same comes back if it does not start a jar
   */
  public List<String> limit(List<String> command) {
    int jar = command.indexOf("-jar");
    if (jar < 0) {
      return command;
    }
    long share = machine / 100 * percent / MIB;
    long heap = Math.max(LEAST_HEAP, Math.min(MOST_HEAP, share / 4));
    List<String> limited = new ArrayList<>(command.subList(0, jar));
    limited.add("-Xmx" + heap + "m");
    // What native code takes; beyond it an allocation fails as a Java one would.
    limited.add("-Dorg.bytedeco.javacpp.maxBytes=" + Math.max(heap, share - heap) + "m");
    limited.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=" + Math.max(2 * heap, share) + "m");
    limited.addAll(command.subList(jar, command.size()));
    return limited;
  }
}
