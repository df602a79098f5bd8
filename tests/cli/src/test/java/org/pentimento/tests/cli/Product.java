package org.pentimento.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A product folder and the home of the user who starts it.
 *
 * @param folder with {@code bin/pentimento}
 * @param home of the user; caches, logs and states of the product go there
 */
record Product(Path folder, Path home) {
  /** The one that was built before these tests. */
  static Product built() {
    return new Product(folderOfBuilt(), Workplace.folder("home"));
  }

  static Path folderOfBuilt() {
    Path folder =
        Path.of(Objects.requireNonNull(System.getProperty("pentimento.product"))).normalize();
    if (!Files.isExecutable(folder.resolve("bin/pentimento"))) {
      throw new IllegalStateException(
          "There is no product in " + folder + "; build it first: ./mvnw -DskipTests package");
    }
    return folder;
  }

  /**
   * Another product folder with the same bundles, to which drop-ins can be added.
   *
   * @param name of its folder
   */
  Product twin(String name) throws IOException {
    Path twin = Workplace.folder(name);
    for (String large : List.of("bundles", "runtime")) {
      Files.createSymbolicLink(twin.resolve(large), folder.resolve(large));
    }
    // The launcher takes the folder that its jar really lies in for the product's.
    for (String copied : List.of("bin", "lib")) {
      Files.createDirectory(twin.resolve(copied));
      try (Stream<Path> files = Files.list(folder.resolve(copied))) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              twin.resolve(copied).resolve(file.getFileName()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new Product(twin, home);
  }

  /** Adds a bundle without content, which makes it another product than the one that runs. */
  void addDropIn() throws IOException {
    Path manifest = folder.resolve("dropins/late/META-INF/MANIFEST.MF");
    Files.createDirectories(manifest.getParent());
    Files.writeString(
        manifest,
        """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: late
        """);
  }

  /** Starts a command and waits for its end. */
  Ended run(Object... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  /** Starts a command. */
  Running start(Object... arguments) throws IOException {
    // Whoever started the tests in the background may have had Ctrl-C ignored.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(folder.resolve("bin/pentimento").toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = Files.createTempFile(Workplace.FOLDER, "out", ".txt");
    Path err = Files.createTempFile(Workplace.FOLDER, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Workplace.FOLDER.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", home.toString());
    return new Running(builder.start(), out, err);
  }
}
