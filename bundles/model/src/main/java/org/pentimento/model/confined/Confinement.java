package org.pentimento.model.confined;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/**
 * How processes are locked in on this system: bubblewrap takes away files, network and other
 * processes, prlimit bounds memory, file size and time. Where bubblewrap is missing, a user
 * namespace still takes away the network if the kernel lets one be made.
 */
public final class Confinement {
  private static final long MIB = 1 << 20;
  private static final long TEMPORARY_BYTES = 1024 * MIB;
  private static final long LARGEST_FILE = 2048 * MIB;
  private static final int OPEN_FILES = 512;
  private static final long PATIENCE_SECONDS = 10;

  /** What programs need of the system, as far as it is there. */
  private static final List<String> SYSTEM =
      List.of(
          "/usr",
          "/bin",
          "/sbin",
          "/lib",
          "/lib32",
          "/lib64",
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/alternatives",
          "/etc/fonts",
          "/etc/localtime",
          "/nix/store",
          "/gnu/store");

  private static final Path DEVICES = Path.of("/dev");
  private static final String NVIDIA_FACTS = "/proc/driver/nvidia";

  private static @Nullable Confinement ofSystem;

  private final @Nullable String bubblewrap;
  private final @Nullable String prlimit;
  private final @Nullable String unshare;

  private Confinement(
      @Nullable String bubblewrap, @Nullable String prlimit, @Nullable String unshare) {
    this.bubblewrap = bubblewrap;
    this.prlimit = prlimit;
    this.unshare = unshare;
  }

  /** What this system has; tried once, by locking in a program that does nothing. */
  public static synchronized Confinement ofSystem() {
    Confinement known = ofSystem;
    if (known == null) {
      known = of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
      ofSystem = known;
    }
    return known;
  }

  /** What the programs on a search path can do. */
  static Confinement of(String path) {
    String bwrap = find("bwrap", path);
    String prlimit = find("prlimit", path);
    String unshare = find("unshare", path);
    boolean wraps =
        bwrap != null
            && works(
                new Confinement(bwrap, null, null)
                    .command(
                        List.of("/bin/true"),
                        new Cell(List.of(), null, java.util.Map.of()),
                        new Limits(512, 10, false)));
    boolean limits = prlimit != null && works(List.of(prlimit, "--core=0", "--", "/bin/true"));
    boolean cutsOff =
        !wraps
            && unshare != null
            && works(List.of(unshare, "--user", "--map-root-user", "--net", "--", "/bin/true"));
    return new Confinement(wraps ? bwrap : null, limits ? prlimit : null, cutsOff ? unshare : null);
  }

  private static @Nullable String find(String program, String path) {
    for (String folder : path.split(":")) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, program).toAbsolutePath();
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return null;
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false; // cannot be started, so it does not protect
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a hostile file could do here, one clause each; empty if it is locked in fully. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (bubblewrap == null) {
      missing.add("read and write the files that you can");
      if (unshare == null) {
        missing.add("reach the network");
      }
    }
    if (prlimit == null) {
      missing.add("take all memory");
    }
    return missing;
  }

  /** What locks processes in, for the record. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (bubblewrap != null) {
      words.add("bubblewrap (no files but its own, no network)");
    } else if (unshare != null) {
      words.add("a network namespace (no network)");
    }
    if (prlimit != null) {
      words.add("prlimit (memory, file size)");
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /**
   * Refuses to go on if the system cannot lock a process in fully and nobody has said to do
   * without.
   */
  public void check(Limits limits) throws BadInputException {
    List<String> missing = missing();
    if (missing.isEmpty() || limits.reduced()) {
      return;
    }
    String install =
        bubblewrap == null
            ? "Install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap) and allow"
                + " user namespaces"
            : "Install prlimit (package util-linux)";
    throw new BadInputException(
        "The model was not opened, because this system cannot lock its process in: a hostile model"
            + " could "
            + String.join(" and ", missing)
            + ".",
        install
            + ". If you know where the model comes from, repeat with confinement=reduced; the case"
            + " records that you did.");
  }

  /** The command that runs another one locked in. */
  public List<String> command(List<String> command, Cell cell, Limits limits) {
    List<String> all = new ArrayList<>();
    if (prlimit != null) {
      all.add(prlimit);
      // CUDA reserves far more addresses than any machine has memory, so there what the process
      // can write to is counted; the GPU's own memory is its driver's business.
      all.add((cell.gpu() ? "--data=" : "--as=") + limits.memory() * MIB);
      all.add("--fsize=" + LARGEST_FILE);
      all.add("--nofile=" + OPEN_FILES);
      all.add("--core=0");
      all.add("--");
    }
    if (bubblewrap != null) {
      wrap(bubblewrap, cell, all);
    } else if (unshare != null) {
      all.addAll(List.of(unshare, "--user", "--map-root-user", "--net", "--"));
    }
    all.addAll(command);
    return all;
  }

  /** The devices by which programs reach GPUs of NVIDIA. */
  static List<Path> nvidiaDevices(Path devices) {
    try (Stream<Path> all = Files.list(devices)) {
      return all.filter(d -> String.valueOf(d.getFileName()).startsWith("nvidia"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // then the session says that there is no GPU
    }
  }

  private static void wrap(String bubblewrap, Cell cell, List<String> all) {
    all.addAll(List.of(bubblewrap, "--unshare-all", "--die-with-parent", "--new-session"));
    all.addAll(List.of("--cap-drop", "ALL")); // bubblewrap leaves root all it could do
    for (String path : SYSTEM) {
      Path system = Path.of(path);
      if (Files.isSymbolicLink(system) && Files.isDirectory(system)) {
        try {
          all.addAll(List.of("--symlink", Files.readSymbolicLink(system).toString(), path));
        } catch (IOException e) {
          all.addAll(List.of("--ro-bind-try", path, path));
        }
      } else if (Files.exists(system, LinkOption.NOFOLLOW_LINKS)) {
        all.addAll(List.of("--ro-bind-try", path, path));
      }
    }
    all.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    if (cell.gpu()) {
      all.addAll(List.of("--ro-bind-try", "/sys", "/sys"));
      all.addAll(List.of("--ro-bind-try", NVIDIA_FACTS, NVIDIA_FACTS));
      for (Path device : nvidiaDevices(DEVICES)) {
        all.addAll(List.of("--dev-bind-try", device.toString(), device.toString()));
      }
    }
    all.addAll(List.of("--size", Long.toString(TEMPORARY_BYTES), "--tmpfs", "/tmp"));
    for (Path path : cell.readable()) {
      all.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    Path writable = cell.writable();
    if (writable != null) {
      all.addAll(List.of("--bind", writable.toString(), writable.toString()));
    }
    all.addAll(List.of("--chdir", writable == null ? "/tmp" : writable.toString(), "--"));
  }
}
