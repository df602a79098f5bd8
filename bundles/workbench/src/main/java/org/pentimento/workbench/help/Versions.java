package org.pentimento.workbench.help;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The versions of the product and of what it is made of. */
public final class Versions {
  private Versions() {}

  /** Versions by name. The window never loads ND4J: its version is read from its jar. */
  public static Map<String, String> all() {
    BundleContext context = FrameworkUtil.getBundle(Versions.class).getBundleContext();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Pentimento", context.getBundle().getVersion().toString());
    versions.put("Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    versions.put("Apache Felix", context.getBundle(0).getVersion().toString());
    versions.put("Eclipse workbench", version(context, "org.eclipse.ui.workbench"));
    versions.put("SWT", String.valueOf(SWT.getVersion()));
    versions.put("GTK", System.getProperty("org.eclipse.swt.internal.gtk.version", "unknown"));
    versions.put("ND4J and Deeplearning4j", nd4j(context.getProperty("pentimento.home")));
    versions.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return versions;
  }

  private static String version(BundleContext context, String name) {
    return Stream.of(context.getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .map(Bundle::getVersion)
        .map(Object::toString)
        .findFirst()
        .orElse("not there");
  }

  private static String nd4j(String home) {
    Path folder = Path.of(home, "bundles", "headless");
    if (!Files.isDirectory(folder)) {
      return "not there";
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "nd4j-*.jar")) {
      for (Path file : jars) {
        try (JarFile jar = new JarFile(file.toFile())) {
          String version = jar.getManifest().getMainAttributes().getValue("ND4J-Version");
          String host = jar.getManifest().getMainAttributes().getValue(Constants.FRAGMENT_HOST);
          if (version != null && host == null) {
            return version;
          }
        }
      }
      return "unknown";
    } catch (IOException e) {
      return "cannot be read";
    }
  }
}
