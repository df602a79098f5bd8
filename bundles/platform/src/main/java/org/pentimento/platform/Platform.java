package org.pentimento.platform;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The operating system that this process runs on. What a system does not tell has a stated value
 * instead; no method fails for it. Safe for use from several threads.
 */
@ProviderType
public interface Platform {
  /** The model of the processor for a person, {@code unknown} if the system does not tell. */
  String processor();

  /**
   * Bytes of memory of this machine, or of the container that we are in if that has less; 4 GiB if
   * the system does not tell.
   */
  long memory();

  /**
   * The largest resident memory of this process in bytes, since the last {@link #resetPeakMemory}
   * or else since its start; 0 if the system does not tell.
   */
  long peakMemory();

  /** Counts {@link #peakMemory} from now on; does nothing where the system does not allow that. */
  void resetPeakMemory();

  /** How untrusted programs are locked in; the first call tries it out, which takes a moment. */
  Confinement confinement();

  /**
   * The environment variable that names folders in which native libraries are looked for, joined by
   * {@link java.io.File#pathSeparator}.
   */
  String libraryPathVariable();

  /**
   * A command that goes on when the terminal or the desktop session that started it ends.
   *
   * @param command a program and its arguments
   * @return the command unchanged if the system has no way to do that
   */
  List<String> inOwnSession(List<String> command);

  /** The user's folder for files that may be deleted at any time; it may not exist yet. */
  Path cacheFolder();

  /** The display that windows of this session open on, empty if there is none. */
  String display();

  /**
   * Shows a notification on the desktop of this session; takes some seconds at most and uses no
   * network.
   *
   * @return whether the desktop took it
   */
  boolean tell(String title, String text);
}
