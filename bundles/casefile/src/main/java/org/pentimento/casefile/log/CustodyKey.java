package org.pentimento.casefile.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.store.Sha256;

/** The Ed25519 key (RFC 8032) of this user, with which heads of custody logs are signed. */
public final class CustodyKey {
  private static final String ALGORITHM = "Ed25519";
  private static final byte[] PROBE = "pentimento".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey privateKey;
  private final String publicKey;

  private CustodyKey(PrivateKey privateKey, String publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * The user's configuration folder: the system property {@code pentimento.config}, else {@code
   * pentimento} in {@code XDG_CONFIG_HOME} or in {@code ~/.config}.
   */
  static Path configFolder() {
    String property = System.getProperty("pentimento.config", "");
    if (!property.isEmpty()) {
      return Path.of(property);
    }
    String xdg = System.getenv("XDG_CONFIG_HOME");
    Path parent =
        xdg == null || xdg.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".config")
            : Path.of(xdg);
    return parent.resolve("pentimento");
  }

  /**
   * Loads the user's key; makes one, readable by the user only, at first use.
   *
   * @throws BadInputException if the key file is damaged
   */
  public static CustodyKey ofUser() throws IOException {
    Path file = configFolder().resolve("custody.key");
    if (!Files.exists(file)) {
      make(file);
    }
    return load(file);
  }

  /** The public key as X.509 SubjectPublicKeyInfo in Base64. */
  public String publicKey() {
    return publicKey;
  }

  /**
   * Fingerprint of a public key in Base64: SHA-256 of its X.509 SubjectPublicKeyInfo; empty if it
   * is none.
   */
  public static String fingerprint(String publicKey) {
    byte[] key = base64(publicKey);
    return key.length == 0 ? "" : Sha256.of(key);
  }

  String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(content);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  /** Whether a signature fits; a key or signature that cannot be read does not. */
  static boolean verify(String publicKey, byte[] content, String signature) {
    byte[] key = base64(publicKey);
    byte[] signed = base64(signature);
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)));
      verifier.update(content);
      return verifier.verify(signed);
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  /** Decodes a text; gives no bytes if it is not the one canonical Base64 of them. */
  private static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void make(Path file) throws IOException {
    Path folder = DurableFiles.folderOf(file);
    OwnerOnly.createFolders(folder);
    KeyPair pair;
    try {
      pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
    String text =
        pem("PRIVATE KEY", pair.getPrivate().getEncoded())
            + pem("PUBLIC KEY", pair.getPublic().getEncoded());
    Path temporary = folder.resolve("custody.key." + UUID.randomUUID());
    try {
      try (OutputStream out = OwnerOnly.newOutputStream(temporary)) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
      }
      // A link appears whole or not at all, and never replaces a key another process just made.
      Files.createLink(file, temporary);
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, file);
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its key is the user's key.
      return;
    } finally {
      Files.deleteIfExists(temporary);
    }
    DurableFiles.syncFolder(folder);
  }

  private static String pem(String kind, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }

  private static CustodyKey load(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    try {
      byte[] secret = block(lines, "PRIVATE KEY");
      byte[] open = block(lines, "PUBLIC KEY");
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
      CustodyKey loaded = new CustodyKey(key, Base64.getEncoder().encodeToString(open));
      if (!verify(loaded.publicKey, PROBE, loaded.sign(PROBE))) {
        throw new InvalidKeySpecException("the two keys are no pair");
      }
      return loaded;
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw new BadInputException(
          "The key for signing custody logs, " + file + ", is damaged: " + e.getMessage() + ".",
          "Restore it from a backup, or move it aside: a new one is then made and noted in each"
              + " case.",
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  private static byte[] block(List<String> lines, String kind) {
    int begin = lines.indexOf("-----BEGIN " + kind + "-----");
    int end = lines.indexOf("-----END " + kind + "-----");
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("it has no " + kind);
    }
    return Base64.getDecoder().decode(String.join("", lines.subList(begin + 1, end)));
  }

  @Override
  public String toString() {
    return "CustodyKey " + publicKey;
  }
}
