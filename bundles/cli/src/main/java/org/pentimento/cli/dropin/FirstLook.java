package org.pentimento.cli.dropin;

import static org.pentimento.cli.dropin.BundleContent.header;
import static org.pentimento.cli.dropin.BundleContent.plainHeader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.registry.ExtensionTypes;

/** Looks at a file among the extensions without running any of it. */
final class FirstLook {
  private static final Pattern OURS = Pattern.compile("(?:^|,)\\s*(org\\.pentimento\\.[\\w.]+)");

  private FirstLook() {}

  /** What it is; never fails, since a file that cannot be read has that fate. */
  static LookedAt at(Path file) {
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return LookedAt.useless(file, "", Fate.UNREADABLE, "it is a link that leads nowhere");
    }
    try {
      if (!Files.isReadable(file)) {
        return LookedAt.useless(
            file, "", Fate.UNREADABLE, "you have no right to read it; give yourself that");
      } else if (Files.isDirectory(file)) {
        return Files.isRegularFile(file.resolve("META-INF/MANIFEST.MF"))
            ? inside(file, sha256(file))
            : LookedAt.useless(
                file, "", Fate.NOT_A_BUNDLE, "it is a folder without META-INF/MANIFEST.MF");
      } else if (!file.toString().endsWith(".jar")) {
        return LookedAt.useless(
            file,
            "",
            Fate.NOT_A_BUNDLE,
            "the name of a bundle ends in .jar, and this one's does not");
      } else if (Files.size(file) == 0) {
        return LookedAt.useless(file, "", Fate.UNREADABLE, "it is empty; copy it anew");
      }
      return inside(file, sha256(file));
    } catch (IOException | RuntimeException e) {
      return LookedAt.useless(
          file, "", Fate.UNREADABLE, "it is no jar or a damaged one: " + e.getMessage());
    }
  }

  private static LookedAt inside(Path file, String sha256) throws IOException {
    try (BundleContent content = BundleContent.open(file)) {
      Manifest manifest = content.manifest();
      String name = plainHeader(manifest, "Bundle-SymbolicName");
      if (name.isEmpty()) {
        return LookedAt.useless(
            file, sha256, Fate.NOT_A_BUNDLE, "its manifest has no Bundle-SymbolicName");
      }
      LookedAt bundle =
          new LookedAt(
              file,
              sha256,
              PlainText.of(name),
              version(header(manifest, "Bundle-Version")),
              PlainText.of(header(manifest, "Bundle-Vendor")),
              Map.of(),
              !header(manifest, "Bundle-Activator").isEmpty(),
              content.has("plugin.xml"),
              Fate.IN_USE,
              "");
      try {
        bundle = bundle.signedBy(JarSignature.of(file));
      } catch (JarSignature.BrokenException e) {
        return bundle.with(
            Fate.FORBIDDEN, "its signature is broken, so somebody changed it: " + e.getMessage());
      }
      String forbidden = forbidden(content, manifest);
      return forbidden.isEmpty()
          ? components(bundle, content, manifest)
          : bundle.with(Fate.FORBIDDEN, forbidden);
    }
  }

  private static Version version(String text) {
    try {
      return text.isEmpty() ? Version.emptyVersion : Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      return Version.emptyVersion; // the framework will say that it is none
    }
  }

  private static String forbidden(BundleContent content, Manifest manifest) {
    Matcher exported = OURS.matcher(header(manifest, "Export-Package"));
    if (exported.find()) {
      return "it exports the package "
          + exported.group(1)
          + ", which is Pentimento's own; import it instead";
    }
    String host = plainHeader(manifest, "Fragment-Host");
    if (host.startsWith("org.pentimento.") || host.startsWith("system.bundle")) {
      return "it is a fragment of "
          + host
          + ", a bundle of Pentimento; parts that compute on GPUs belong in the folder 'parts'"
          + " beside 'dropins'";
    }
    return content.has("org/pentimento/api")
        ? "it holds a copy of Pentimento's API (org/pentimento/api), so that nothing would take its"
            + " extensions for any; leave the API out of the jar and import it"
        : "";
  }

  private static LookedAt components(LookedAt bundle, BundleContent content, Manifest manifest)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    boolean extension = false;
    for (Path file : content.componentFiles(manifest)) {
      try {
        for (ComponentFile component : ComponentFile.read(file)) {
          Optional<String> problem = problem(component, content, manifest);
          if (problem.isPresent()) {
            broken.add(problem.get());
          } else if (component.offers().stream()
              .anyMatch(t -> ExtensionTypes.kind(t).isPresent())) {
            extension = true;
          } else {
            component.offers().stream()
                .filter(t -> t.startsWith("org.pentimento."))
                .map(t -> wrong(component, t))
                .forEach(wrong::add);
          }
        }
      } catch (IOException e) {
        broken.add(String.valueOf(e.getMessage()));
      }
    }
    List<String> problems = Stream.concat(broken.stream(), wrong.stream()).toList();
    if (extension || (bundle.starts() && problems.isEmpty() && !bundle.window())) {
      return bundle.with(Fate.IN_USE, String.join("; ", problems));
    } else if (!problems.isEmpty()) {
      return bundle.with(
          broken.isEmpty() ? Fate.WRONG_INTERFACE : Fate.NO_EXTENSION, String.join("; ", problems));
    }
    if (bundle.window()) {
      return bundle.with(Fate.WINDOW, "");
    }
    return header(manifest, "Export-Package").isEmpty()
        ? bundle.with(Fate.NO_EXTENSION, "its manifest names no component (Service-Component)")
        : bundle.with(Fate.LIBRARY, "");
  }

  private static Optional<String> problem(
      ComponentFile component, BundleContent content, Manifest manifest) {
    String path = header(manifest, "Bundle-ClassPath");
    boolean simple = path.isEmpty() || path.equals(".");
    return simple && !content.has(component.type().replace('.', '/') + ".class")
        ? Optional.of("the class " + component.type() + " of its component is not in it")
        : Optional.empty();
  }

  private static String wrong(ComponentFile component, String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return "its component "
        + component.name()
        + " offers "
        + simple
        + ", which is no kind of extension"
        + (simple.equals("Metric") ? "; a metric offers PairMetric or SetMetric" : "");
  }

  /** Of the file, or of the names and contents of all files in a folder. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    if (Files.isDirectory(file)) {
      try (Stream<Path> below = Files.walk(file)) {
        for (Path one : below.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(file.relativize(one).toString().getBytes(StandardCharsets.UTF_8));
          add(one, digest);
        }
      }
    } else {
      add(file, digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    byte[] part = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        digest.update(part, 0, read);
      }
    }
  }
}
