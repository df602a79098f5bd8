package org.pentimento.cli.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Who signed a jar. */
final class JarSignature {
  private JarSignature() {}

  /**
   * The subjects of the certificates that every file of a jar was signed with; empty if a file was
   * signed by nobody. Whether such a certificate deserves trust is for its reader to decide.
   *
   * @throws IOException if a signature does not fit its file
   */
  static String of(Path jar) throws IOException {
    if (Files.isDirectory(jar)) {
      return "";
    }
    try (JarFile file = new JarFile(jar.toFile(), true)) {
      Set<String> common = null;
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
          continue;
        }
        Set<String> signers = signers(file, entry);
        if (common == null) {
          common = signers;
        } else {
          common.retainAll(signers);
        }
      }
      return common == null ? "" : String.join("; ", common);
    } catch (SecurityException e) {
      throw new IOException("a signature in it does not fit: " + e.getMessage(), e);
    }
  }

  private static Set<String> signers(JarFile file, JarEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream()); // which checks the signature
    }
    Set<String> names = new TreeSet<>();
    CodeSigner[] signers = entry.getCodeSigners();
    for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
      if (signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate x509) {
        names.add(PlainText.of(x509.getSubjectX500Principal().getName()));
      }
    }
    return names;
  }
}
