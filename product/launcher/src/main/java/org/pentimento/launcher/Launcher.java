package org.pentimento.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Starts the product: Apache Felix with all bundles, then the face that was asked for, a service of
 * type {@link ToIntFunction} over the arguments with the property {@code pentimento.face}. Its
 * result is the exit status.
 */
public final class Launcher {
  private static final int UNUSABLE = 3;
  private static final int FAULT = 5;
  private static final long PATIENCE_MS = 30_000;
  private static final Duration LOGS_KEPT = Duration.ofDays(14);
  private static final String FACE = "pentimento.face";

  /** A variable of the environment that is for this process alone, if the script set one. */
  private static final @Nullable String OWN_VARIABLE =
      System.getProperty("pentimento.own.variable");

  private Launcher() {}

  /**
   * Starts the product.
   *
   * @param args for the face
   */
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new UnorderedEnd(FAULT));
    int status;
    try {
      status = launch(args);
    } catch (FileSystemException e) {
      System.err.println(
          "Error: Pentimento cannot start, because a file or folder of its own cannot be written: "
              + e.getMessage()
              + "\n       Logs, settings and what can be made anew are kept in the home folder, "
              + System.getProperty("user.home")
              + ". Let it be written to, or set HOME to a folder of yours.");
      status = UNUSABLE;
    } catch (IOException | BundleException | InvalidSyntaxException | InterruptedException e) {
      System.err.println("Error: Pentimento cannot start: " + e.getMessage());
      status = FAULT;
    } catch (RuntimeException | Error e) {
      System.err.println("Error: Pentimento failed: " + e + "\n       " + kept(e));
      status = FAULT;
    }
    System.out.flush();
    // Halts instead of exiting: everything durable is on disk by now, and native libraries may hang
    // in their exit handlers.
    Runtime.getRuntime().halt(status);
  }

  /** Keeps the details of a failure beside the logs; gives a sentence on where they are. */
  private static String kept(Throwable failure) {
    try {
      Path file =
          Files.createDirectories(Home.state().resolve("log"))
              .resolve("pentimento-failed-" + ProcessHandle.current().pid() + ".log");
      StringWriter details = new StringWriter();
      failure.printStackTrace(new PrintWriter(details));
      Files.writeString(file, details.toString());
      return "Details: " + file;
    } catch (IOException e) {
      return "Its details cannot be kept: " + e.getMessage();
    }
  }

  private static int launch(String[] args)
      throws IOException, BundleException, InvalidSyntaxException, InterruptedException {
    boolean display = Face.display();
    if (args.length == 0 && !display) {
      System.err.println(
          "There is no display, so the window cannot open. These commands do without one:");
    }
    Face face = Face.of(args, display);
    if (face == Face.WINDOW && RunningWindow.ofUser().toFront()) {
      return 0;
    }
    Home home = Home.ofLauncher();
    Path logs = Files.createDirectories(Home.state().resolve("log"));
    String process = System.getProperty("pentimento.process"); // asking for it takes 20 ms
    System.setProperty(
        "pentimento.log",
        logs.resolve(
                "pentimento-"
                    + (process == null ? ProcessHandle.current().pid() : process)
                    + ".log")
            .toString());
    try (Afterwards afterwards = new Afterwards()) {
      afterwards.add(() -> Slot.removeOthers(Home.cache(), home.builds()));
      afterwards.add(() -> removeOld(logs));
      DropIns dropIns = DropIns.of(home);
      Load load = face == Face.WINDOW ? windowParts(home, dropIns) : load(home, dropIns, args);
      Slot slot = Slot.take(Home.cache(), home.build(face, load));
      afterwards.add(slot::close);
      // Native libraries and typefaces are unpacked there, and their own removal at the exit does
      // not come to pass when a process is killed or halts.
      System.setProperty("java.io.tmpdir", slot.temporary().toString());
      Framework framework = framework(home, face, dropIns, slot);
      afterwards.add(
          () -> {
            framework.stop();
            framework.waitForStop(PATIENCE_MS);
          });
      if (Boolean.getBoolean("pentimento.keeps.classes")) {
        LinkedClasses classes = new LinkedClasses();
        framework.getBundleContext().registerService(WeavingHook.class, classes, null);
        afterwards.add(classes::link);
      }
      install(framework, home.bundles(face), load);
      start(framework, face);
      if (face == Face.WINDOW) {
        nameUnused(framework.getBundleContext(), load);
      }
      return service(framework.getBundleContext(), face).applyAsInt(args);
    }
  }

  /**
   * What this process loads of other people. Has the command that looks at it do so first, in a
   * process of its own, if somebody put something in or took it out.
   */
  private static Load load(Home home, DropIns dropIns, String[] args)
      throws IOException, InterruptedException {
    switch (Load.Wish.of(args)) {
      case NOTHING:
        return Load.NOTHING;
      case GIVEN:
        // What is printed must not come between answers, where those go to standard output.
        System.setOut(NamedOutput.printing(args[0].equals("--confined") ? System.err : System.out));
        System.setErr(NamedOutput.printing(System.err));
        return Load.given(args);
      case LISTED:
        break;
    }
    if (!dropIns.any()) {
      return Load.NOTHING;
    }
    return Load.all(listed(home, dropIns).stream().filter(Files::exists).toList());
  }

  /**
   * What the window loads of other people: parts of it whose vendors are trusted, unless it did not
   * come up with them the last time.
   */
  private static Load windowParts(Home home, DropIns dropIns)
      throws IOException, InterruptedException {
    if (!Files.exists(Home.config().resolve(DropIns.TRUSTED)) || !dropIns.any()) {
      return Load.NOTHING; // nobody is trusted
    }
    listed(home, dropIns);
    String state = dropIns.state(home.build(Face.HEADLESS));
    WindowParts parts = WindowParts.of(dropIns, Home.state());
    List<Path> bundles = parts.listed(state);
    if (bundles.isEmpty()) {
      return Load.NOTHING;
    } else if (parts.failed(state)) {
      String words = WindowParts.words(bundles);
      System.err.println(words);
      System.setProperty("pentimento.window.left.out", words);
      return Load.NOTHING;
    }
    parts.begin(state);
    System.setProperty("pentimento.window.note", parts.note().toString());
    return Load.all(bundles);
  }

  private static List<Path> listed(Home home, DropIns dropIns)
      throws IOException, InterruptedException {
    String build = home.build(Face.HEADLESS);
    Optional<List<Path>> listed = dropIns.listed(dropIns.state(build));
    if (listed.isEmpty()) {
      List<String> look = new ArrayList<>(command(home));
      look.add("extensions");
      new ProcessBuilder(look)
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      listed = dropIns.listed(dropIns.state(build));
    }
    return listed.orElse(List.of());
  }

  private static void start(Framework framework, Face face)
      throws BundleException, InterruptedException {
    if (face != Face.WINDOW) {
      framework.start();
      return;
    }
    FutureTask<Void> start =
        new FutureTask<>(
            () -> {
              framework.start();
              return null;
            });
    new Thread(start, "start of the framework").start();
    Toolkit.of(framework.getBundleContext())
        .ifPresent(
            toolkit -> {
              toolkit.open("Pentimento");
              if (OWN_VARIABLE != null) {
                toolkit.unset(OWN_VARIABLE);
              }
            });
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BundleException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Removes the logs that nobody will read any more. */
  private static void removeOld(Path logs) throws IOException {
    Instant old = Instant.now().minus(LOGS_KEPT);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "pentimento-*.log")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Framework framework(Home home, Face face, DropIns dropIns, Slot slot)
      throws BundleException, IOException {
    Map<String, String> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, slot.folder().toString());
    configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "4");
    configuration.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_EXT);
    // Felix would print stack traces on the terminal. The launcher itself names bundles that fail,
    // and the list of extensions has those that were set aside.
    configuration.put("felix.log.level", "0");
    configuration.put("ds.loglevel", "1");
    configuration.put("pentimento.home", home.folder().toString());
    if (face == Face.HEADLESS) {
      String build = home.build(face);
      configuration.put("pentimento.build", build);
      configuration.put("pentimento.dropins.list", dropIns.list().toString());
      configuration.put("pentimento.dropins.state", dropIns.state(build));
    }
    configuration.put(
        "pentimento.dropins.folders",
        dropIns.folders().stream().map(Path::toString).collect(Collectors.joining("\n")));
    configuration.put("pentimento.state", Home.state().toString());
    configuration.put("pentimento.config", Home.config().toString());
    configuration.put("pentimento.window.address", RunningWindow.ofUser().address().toString());
    configuration.put("pentimento.natives", Home.cache().resolve("natives").toString());
    String command = String.join("\n", command(home));
    configuration.put("pentimento.command", command);
    configuration.put("pentimento.job.command", command + "\n--job");
    configuration.put("pentimento.preview.command", command + "\n--preview");
    System.getProperties().stringPropertyNames().stream()
        .filter(
            name ->
                name.startsWith("felix.")
                    || name.startsWith("ds.")
                    || name.startsWith("pentimento."))
        .forEach(name -> configuration.put(name, System.getProperty(name)));
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(configuration);
    framework.init();
    return framework;
  }

  /** What starts this product anew, followed by arguments. */
  private static List<String> command(Home home) {
    List<String> command = new ArrayList<>();
    if (OWN_VARIABLE != null) {
      command.addAll(List.of("env", "-u", OWN_VARIABLE));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Djava.awt.headless=true");
    command.add("-Duser.home=" + System.getProperty("user.home"));
    command.add("-XX:+UseSerialGC"); // small heaps, and the cores are the native libraries'
    command.add("-Xmx768m");
    // Beside the logs, and not wherever somebody happened to stand.
    command.add("-XX:ErrorFile=" + Home.state().resolve("log/pentimento-crash-%p.log"));
    String more = System.getProperty("pentimento.more.dropins");
    if (more != null) {
      command.add("-Dpentimento.more.dropins=" + Path.of(more).toAbsolutePath().normalize());
    }
    command.add("-jar");
    command.add(home.folder().resolve("lib/launcher.jar").toString());
    return command;
  }

  /**
   * Installs what is not yet in the slot. A bundle that cannot be installed or started is left out,
   * and said.
   */
  private static void install(Framework framework, List<Path> own, Load load) {
    BundleContext context = framework.getBundleContext();
    framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(4);
    if (context.getBundles().length > 1) {
      return; // a warm slot; its name tells that the bundles are the same
    }
    List<Bundle> installed = new ArrayList<>();
    Set<String> idle = new HashSet<>();
    List<Path> jars = new ArrayList<>(own);
    jars.addAll(load.added());
    for (Path jar : jars) {
      if (load.added().contains(jar) && !load.started().contains(jar)) {
        idle.add("reference:" + jar.toUri());
      }
      try {
        Bundle bundle = context.installBundle("reference:" + jar.toUri());
        bundle.adapt(BundleStartLevel.class).setStartLevel(level(bundle));
        installed.add(bundle);
      } catch (BundleException e) {
        System.err.println("Left out: " + jar + ": " + e.getMessage());
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null
          && !idle.contains(bundle.getLocation())) {
        try {
          bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
          System.err.println("Not started: " + bundle.getSymbolicName() + ": " + e.getMessage());
        }
      }
    }
  }

  /** Says which parts of the window by other people need something that is not there. */
  private static void nameUnused(BundleContext context, Load load) {
    for (Path part : load.started()) {
      Bundle bundle = context.getBundle("reference:" + part.toUri());
      if (bundle != null && bundle.getState() == Bundle.INSTALLED) {
        System.err.println(
            "Left out of the window: "
                + part
                + ": it needs a bundle or package that is not there; details are in the log of the"
                + " workspace");
      }
    }
  }

  /** Bundles whose services all others need start first. */
  private static int level(Bundle bundle) {
    String name = String.valueOf(bundle.getSymbolicName());
    if (name.equals("org.pentimento.equinox")) {
      return 1;
    }
    return name.startsWith("org.apache.felix.")
            || name.startsWith("org.osgi.")
            || name.startsWith("org.eclipse.equinox.")
        ? 2
        : 3;
  }

  @SuppressWarnings("unchecked")
  private static ToIntFunction<String[]> service(BundleContext context, Face face)
      throws InvalidSyntaxException, InterruptedException {
    String filter = "(" + FACE + "=" + face.word() + ")";
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (System.currentTimeMillis() < end) {
      @SuppressWarnings("rawtypes")
      Collection<ServiceReference<ToIntFunction>> references =
          context.getServiceReferences(ToIntFunction.class, filter);
      if (!references.isEmpty()) {
        return (ToIntFunction<String[]>) context.getService(references.iterator().next());
      }
      Thread.sleep(10);
    }
    StringBuilder states = new StringBuilder("no face " + filter + " appeared; not active:");
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() < Bundle.STARTING
          && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
        states.append(' ').append(bundle.getSymbolicName());
      }
    }
    throw new IllegalStateException(states.toString());
  }
}
