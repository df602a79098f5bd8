package org.pentimento.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.pentimento.api.extension.Descriptor;

/** Where the code of an extension comes from: a bundle, which is a jar or an unpacked folder. */
public final class CodeOrigin {
  /** Of an extension that no bundle brought. */
  public static final CodeOrigin UNKNOWN = new CodeOrigin("", "", "", "", null, false, "");

  private static final String REFERENCE = "reference:";
  private static final int SHORT = 16;

  private final String bundle;
  private final String version;
  private final String vendor;
  private final String location;
  private final @Nullable Path file;
  private final boolean ours;
  private final String confinement;
  private @Nullable String sha256;

  private CodeOrigin(
      String bundle,
      String version,
      String vendor,
      String location,
      @Nullable Path file,
      boolean ours,
      String confinement) {
    this.confinement = confinement;
    this.vendor = vendor;
    this.location = location;
    this.bundle = bundle;
    this.version = version;
    this.file = file;
    this.ours = ours;
  }

  /**
   * The origin of a bundle's extensions.
   *
   * @param home the folder of the product, which has its own in a folder {@code bundles}
   */
  static CodeOrigin of(Bundle bundle, @Nullable String home) {
    Path file = file(bundle.getLocation());
    boolean ours =
        file != null && home != null && file.startsWith(Path.of(home).resolve("bundles"));
    String name = bundle.getSymbolicName();
    String vendor = bundle.getHeaders("").get(Constants.BUNDLE_VENDOR);
    return new CodeOrigin(
        name == null ? "" : name,
        bundle.getVersion().toString(),
        vendor == null ? "" : vendor,
        bundle.getLocation(),
        file,
        ours,
        "");
  }

  /**
   * The origin of an extension that is not loaded by this process, since it works in a locked-in
   * one.
   *
   * @param sha256 of the bundle
   * @param confinement what locks it in
   */
  public static CodeOrigin confined(
      String bundle, String version, String vendor, String sha256, String confinement) {
    CodeOrigin origin = new CodeOrigin(bundle, version, vendor, "", null, false, confinement);
    origin.sha256 = sha256;
    return origin;
  }

  private static @Nullable Path file(String location) {
    String uri = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
    try {
      return uri.startsWith("file:") ? Path.of(URI.create(uri)) : null;
    } catch (IllegalArgumentException e) {
      return null; // no place on this disk
    }
  }

  /** Who made its bundle; empty if that is not said. */
  public String vendor() {
    return vendor;
  }

  /** Of its bundle, as the framework names it; empty if it came in none. */
  public String location() {
    return location;
  }

  /** Whether it is part of the product. */
  public boolean isOurs() {
    return ours;
  }

  /**
   * What an extension of this origin says of itself. The version of one that is not part of the
   * product is followed by the beginning of the hash of its code, because a third party may change
   * the code without the version: results and the keys of steps then tell the two apart.
   */
  Descriptor named(Descriptor said) {
    return ours || file == null
        ? said
        : new Descriptor(
            said.id(),
            said.name(),
            said.version() + "+" + sha256().substring(0, SHORT),
            said.summary(),
            said.citation(),
            said.parameters(),
            said.needs(),
            said.about());
  }

  /**
   * Such as {@code org.example.blur 1.0.0, SHA-256 5e8c…}, and of a third party's whether it was
   * locked in; empty if nothing is known.
   */
  public String words() {
    if (file == null && confinement.isEmpty()) {
      return "";
    }
    String code = bundle + " " + version + ", SHA-256 " + sha256();
    return ours
        ? code
        : code + (confinement.isEmpty() ? ", not locked in" : ", locked in: " + confinement);
  }

  /** The SHA-256 of the jar, or of all files of the folder, as they were first looked at. */
  private synchronized String sha256() {
    String known = sha256;
    if (known == null) {
      known = file == null ? "" : hash(file);
      sha256 = known;
    }
    return known;
  }

  private static String hash(Path bundle) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(bundle)) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("The extension " + bundle + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Path> files(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
