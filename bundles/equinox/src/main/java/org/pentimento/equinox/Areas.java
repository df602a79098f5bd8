package org.pentimento.equinox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;

/**
 * Where Eclipse keeps what.
 *
 * @param install the product, never written to
 * @param configuration caches that belong to exactly these bundles
 * @param instance the workspace: what the window remembers, its log and its preferences
 * @param user the user's home
 */
record Areas(Path install, Path configuration, Path instance, Path user) {
  static final String INSTALL = "osgi.install.area";
  static final String ECLIPSE_HOME = "eclipse.home.location";
  static final String CONFIGURATION = "osgi.configuration.area";
  static final String INSTANCE = "osgi.instance.area";
  static final String USER = "osgi.user.area";

  /**
   * The areas of a framework. The workspace is the framework property {@code pentimento.workspace},
   * or lies where data of applications belong.
   */
  static Areas of(BundleContext context) throws IOException {
    Path user = Path.of(System.getProperty("user.home")).toAbsolutePath();
    String home = context.getProperty("pentimento.home");
    String workspace = context.getProperty("pentimento.workspace");
    Path instance =
        workspace == null
            ? data(user, System.getenv("XDG_DATA_HOME")).resolve("pentimento").resolve("workspace")
            : Path.of(workspace);
    Path configuration = context.getDataFile("configuration").toPath();
    return new Areas(
        home == null ? configuration : Path.of(home).toAbsolutePath(),
        Files.createDirectories(configuration.toAbsolutePath()),
        Files.createDirectories(instance.toAbsolutePath()),
        user);
  }

  private static Path data(Path user, @org.jspecify.annotations.Nullable String xdg) {
    return xdg == null || xdg.isBlank() ? user.resolve(".local").resolve("share") : Path.of(xdg);
  }

  /** The folders by the property under which Eclipse looks for them. */
  Map<String, Path> byProperty() {
    return Map.of(
        INSTALL,
        install,
        ECLIPSE_HOME,
        install,
        CONFIGURATION,
        configuration,
        INSTANCE,
        instance,
        USER,
        user);
  }

  /** Sets the system properties that bundles of Eclipse read, and that Equinox would have set. */
  void publish() {
    byProperty().forEach((key, folder) -> System.setProperty(key, Area.url(folder).toString()));
    System.setProperty("osgi.os", Environment.OS);
    System.setProperty("osgi.ws", Environment.WS);
    System.setProperty("osgi.arch", Environment.ARCH);
    System.setProperty("osgi.nl", Locale.getDefault().toString());
    System.setProperty("eclipse.application.launchDefault", "true");
    // With its time limit, the event service takes a window that is busy drawing for a broken
    // listener and stops telling it anything.
    System.setProperty("org.apache.felix.eventadmin.Timeout", "0");
  }
}
