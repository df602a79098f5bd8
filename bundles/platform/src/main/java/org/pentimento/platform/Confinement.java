package org.pentimento.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** How this system locks untrusted programs in. */
@ProviderType
public interface Confinement {
  /** What a hostile program could do although it is confined. */
  enum Gap {
    /** It reads and writes the user's files. */
    FILES,
    /** It connects to other machines. */
    NETWORK,
    /** It takes all memory of the machine. */
    MEMORY
  }

  /** What this system cannot prevent; empty if it locks programs in fully. */
  Set<Gap> gaps();

  /** What a person can do to close the gaps, a sentence without its full stop. */
  String remedy();

  /** What locks programs in, for the record; {@code none} if nothing does. */
  String description();

  /** Files and folders that a confined process needs to run the Java of this process. */
  List<Path> javaRuntime();

  /**
   * A process that is not started yet and has no more than the permissions, as far as there are no
   * {@link #gaps}.
   *
   * @param command a program and its arguments
   */
  ProcessBuilder process(List<String> command, Permissions permissions);
}
