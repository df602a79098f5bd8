package org.pentimento.equinox;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * URLs of Felix for what is in a bundle, {@code bundle://FRAMEWORK_BUNDLE.REVISION:PORT/PATH}, and
 * as files for those who need one.
 */
final class BundleUrls implements URLConverter {
  private final BundleContext context;
  private final Path extracted;

  BundleUrls(BundleContext context, Path extracted) {
    this.context = context;
    this.extracted = extracted;
  }

  /**
   * The number of the bundle that a URL of Felix points into.
   *
   * @param host of the URL
   */
  static long bundleId(String host) {
    String id = host.substring(host.lastIndexOf('_') + 1);
    int revision = id.indexOf('.');
    return Long.parseLong(revision < 0 ? id : id.substring(0, revision));
  }

  private Bundle bundle(URL url) throws IOException {
    Bundle bundle = context.getBundle(bundleId(url.getHost()));
    if (bundle == null) {
      throw new IOException("The bundle of " + url + " is gone");
    }
    return bundle;
  }

  /**
   * The same URL: the framework opens it faster than Java would open one of the bundle's jar, whose
   * signatures Java goes through first (40 ms for the style sheet of the window).
   */
  @Override
  public URL resolve(URL url) {
    return url;
  }

  @Override
  public URL toFileURL(URL url) throws IOException {
    Bundle bundle = bundle(url);
    Path folder = extracted.resolve(bundle.getBundleId() + "-" + bundle.getLastModified());
    String path = url.getPath();
    if (path.endsWith("/")) {
      Enumeration<URL> entries = bundle.findEntries(path, "*", true);
      while (entries != null && entries.hasMoreElements()) {
        URL entry = entries.nextElement();
        if (!entry.getPath().endsWith("/")) {
          copy(entry, inside(folder, entry.getPath()));
        }
      }
    } else {
      copy(url, inside(folder, path));
    }
    return fileUrl(inside(folder, path));
  }

  /**
   * A file as Eclipse expects it: it takes the path out of the URL as it stands. Were it encoded, a
   * home with a space or an umlaut in its name would hide the icons' files, and the window would
   * draw them the slow way.
   */
  static URL fileUrl(Path file) throws MalformedURLException {
    String path = file.toString();
    // These would end the path early; the slow way it is.
    boolean special = path.chars().anyMatch(c -> "#?%".indexOf(c) >= 0);
    return special ? file.toUri().toURL() : new URL("file", null, path);
  }

  private static Path inside(Path folder, String path) throws IOException {
    Path file = folder.resolve(path.substring(1)).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("The path leads out of its bundle: " + path);
    }
    return file;
  }

  private static void copy(URL entry, Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      try (InputStream in = entry.openStream()) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
