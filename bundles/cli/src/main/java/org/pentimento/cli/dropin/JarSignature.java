package org.pentimento.cli.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.protocol.catalogue.Signer;

/** Who signed a jar. */
final class JarSignature {
  /** What a signature consists of and therefore cannot cover. */
  private static final Pattern OF_SIGNATURE =
      Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");

  private JarSignature() {}

  /**
   * Who signed every file of a jar, by key and subject; empty if nobody signed any. Whether they
   * deserve trust is for their reader to decide.
   *
   * @throws BrokenException if there is a signature that does not fit, or does not cover every file
   */
  static Map<String, String> of(Path jar) throws IOException {
    if (Files.isDirectory(jar)) {
      return Map.of();
    }
    try (JarFile file = new JarFile(jar.toFile(), true)) {
      Map<String, String> common = null;
      String unsigned = "";
      boolean claimed = false;
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName().toUpperCase(Locale.ROOT);
        if (entry.isDirectory() || OF_SIGNATURE.matcher(name).matches()) {
          claimed |= name.endsWith(".SF");
          continue;
        }
        Map<String, String> signers = signers(file, entry);
        unsigned = signers.isEmpty() && unsigned.isEmpty() ? entry.getName() : unsigned;
        common = common(common, signers);
      }
      if (claimed && (common == null || common.isEmpty())) {
        throw new BrokenException(
            unsigned.isEmpty()
                ? "its files have no signer in common"
                : "it does not cover the file " + PlainText.of(unsigned));
      }
      return common == null ? Map.of() : common;
    } catch (SecurityException e) {
      throw new BrokenException(PlainText.of(e.getMessage()));
    }
  }

  /** The signers, and whether each is among those that a person accepted. */
  static List<Signer> told(Map<String, String> signers, Map<String, String> accepted) {
    return signers.entrySet().stream()
        .map(s -> new Signer(s.getValue(), s.getKey(), accepted.containsKey(s.getKey())))
        .toList();
  }

  /** Says that a jar is not what was signed. */
  static final class BrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenException(String why) {
      super(why);
    }
  }

  private static Map<String, String> common(
      @Nullable Map<String, String> before, Map<String, String> signers) {
    if (before == null) {
      return signers;
    }
    before.keySet().retainAll(signers.keySet());
    return before;
  }

  private static Map<String, String> signers(JarFile file, JarEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream()); // which checks the signature
    }
    Map<String, String> names = new TreeMap<>();
    CodeSigner[] signers = entry.getCodeSigners();
    for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
      if (signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate x509) {
        names.put(
            Sha256.of(x509.getPublicKey().getEncoded()),
            PlainText.of(x509.getSubjectX500Principal().getName()));
      }
    }
    return names;
  }
}
