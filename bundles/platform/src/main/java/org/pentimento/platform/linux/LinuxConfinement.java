package org.pentimento.platform.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Permissions;

/**
 * Bubblewrap takes away files, network and other processes; prlimit bounds memory, file size and
 * open files. Where bubblewrap is missing, a user namespace still takes away the network if the
 * kernel lets one be made.
 */
final class LinuxConfinement implements Confinement {
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

  private static final Path SYSTEM_PROGRAMS = Path.of("/usr");
  private static final Path DEVICES = Path.of("/dev");
  private static final String NVIDIA_FACTS = "/proc/driver/nvidia";

  private final @Nullable String bubblewrap;
  private final @Nullable String prlimit;
  private final @Nullable String unshare;

  private LinuxConfinement(
      @Nullable String bubblewrap, @Nullable String prlimit, @Nullable String unshare) {
    this.bubblewrap = bubblewrap;
    this.prlimit = prlimit;
    this.unshare = unshare;
  }

  /** What the programs of a search path can do, each tried by locking in one that does nothing. */
  static LinuxConfinement of(SearchPath path) {
    String bwrap = path.find("bwrap").orElse(null);
    String prlimit = path.find("prlimit").orElse(null);
    String unshare = path.find("unshare").orElse(null);
    boolean wraps =
        bwrap != null
            && works(
                new LinuxConfinement(bwrap, null, null)
                    .command(
                        List.of("/bin/true"),
                        new Permissions(List.of(), null, Map.of(), 512, false)));
    boolean limits = prlimit != null && works(List.of(prlimit, "--core=0", "--", "/bin/true"));
    boolean cutsOff =
        !wraps
            && unshare != null
            && works(List.of(unshare, "--user", "--map-root-user", "--net", "--", "/bin/true"));
    return new LinuxConfinement(
        wraps ? bwrap : null, limits ? prlimit : null, cutsOff ? unshare : null);
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

  @Override
  public Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (bubblewrap == null) {
      gaps.add(Gap.FILES);
      if (unshare == null) {
        gaps.add(Gap.NETWORK);
      }
    }
    if (prlimit == null) {
      gaps.add(Gap.MEMORY);
    }
    return gaps;
  }

  @Override
  public String remedy() {
    return bubblewrap == null
        ? "Install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap) and allow user"
            + " namespaces"
        : "Install prlimit (package util-linux)";
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    if (bubblewrap != null) {
      parts.add("no files but its own and no network, by bubblewrap");
    } else if (unshare != null) {
      parts.add("no network");
    }
    if (prlimit != null) {
      parts.add("limited memory and size of files");
    }
    return parts.isEmpty() ? "none" : String.join("; ", parts);
  }

  @Override
  public List<Path> javaRuntime() {
    try {
      return javaRuntime(Path.of(System.getProperty("java.home")).toRealPath());
    } catch (IOException e) {
      throw new IllegalStateException("The folder of this Java is not there any more", e);
    }
  }

  /** Its own folder, and the one where a Debian Java keeps what its own folder only links to. */
  static List<Path> javaRuntime(Path home) {
    List<Path> needed = new ArrayList<>();
    if (!home.startsWith(SYSTEM_PROGRAMS)) {
      needed.add(home);
    }
    try {
      Path security = home.resolve("conf/security/java.security").toRealPath();
      if (!security.startsWith(home) && !security.startsWith(SYSTEM_PROGRAMS)) {
        needed.add(Path.of("/").resolve(security.subpath(0, 2)));
      }
    } catch (IOException e) {
      return needed; // there is no such file, so it links to nothing
    }
    return needed;
  }

  @Override
  public ProcessBuilder process(List<String> command, Permissions permissions) {
    ProcessBuilder builder = new ProcessBuilder(command(command, permissions));
    builder.environment().clear();
    builder.environment().putAll(permissions.environment());
    return builder;
  }

  /** The command that runs another one locked in. */
  List<String> command(List<String> command, Permissions permissions) {
    List<String> all = new ArrayList<>();
    if (prlimit != null) {
      all.add(prlimit);
      // CUDA reserves far more addresses than any machine has memory, so there the memory that the
      // process can write to is counted; the GPU's own memory is up to its driver.
      all.add((permissions.gpu() ? "--data=" : "--as=") + permissions.memory() * MIB);
      all.add("--fsize=" + LARGEST_FILE);
      all.add("--nofile=" + OPEN_FILES);
      all.add("--core=0");
      all.add("--");
    }
    if (bubblewrap != null) {
      wrap(bubblewrap, permissions, all);
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
      return List.of(); // the program that looks for a GPU says that there is none
    }
  }

  private static void wrap(String bubblewrap, Permissions permissions, List<String> all) {
    all.addAll(List.of(bubblewrap, "--unshare-all", "--die-with-parent", "--new-session"));
    all.addAll(List.of("--cap-drop", "ALL")); // without this, root keeps all it can do
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
    if (permissions.gpu()) {
      all.addAll(List.of("--ro-bind-try", "/sys", "/sys"));
      all.addAll(List.of("--ro-bind-try", NVIDIA_FACTS, NVIDIA_FACTS));
      for (Path device : nvidiaDevices(DEVICES)) {
        all.addAll(List.of("--dev-bind-try", device.toString(), device.toString()));
      }
    }
    all.addAll(List.of("--size", Long.toString(TEMPORARY_BYTES), "--tmpfs", "/tmp"));
    for (Path path : permissions.readable()) {
      all.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    Path writable = permissions.writable();
    if (writable != null) {
      all.addAll(List.of("--bind", writable.toString(), writable.toString()));
    }
    all.addAll(List.of("--chdir", writable == null ? "/tmp" : writable.toString(), "--"));
  }
}
