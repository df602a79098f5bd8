package org.pentimento.casefile.log;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The signed head of a custody log. A copy that is kept outside the case shows later that the case
 * was neither rolled back nor rewritten: a log that still has this entry has all entries before it.
 *
 * @param caseId random UUID of the case
 * @param number of the last entry
 * @param hash of the last entry
 * @param time of signing
 * @param publicKey Ed25519 key as X.509 SubjectPublicKeyInfo in Base64
 * @param signature Ed25519 (RFC 8032) over the canonical JSON of the other fields, in Base64
 */
public record Receipt(
    String caseId, long number, String hash, Instant time, String publicKey, String signature) {
  /** A receipt has a few hundred bytes; what is longer is none. */
  private static final int MAX_BYTES = 4096;

  /** Refuses null. */
  public Receipt {
    requireNonNull(caseId, "caseId");
    requireNonNull(hash, "hash");
    requireNonNull(time, "time");
    requireNonNull(publicKey, "publicKey");
    requireNonNull(signature, "signature");
  }

  public static Receipt sign(CustodyKey key, String caseId, long number, String hash) {
    Receipt unsigned = new Receipt(caseId, number, hash, Timestamps.now(), key.publicKey(), "");
    return new Receipt(
        caseId, number, hash, unsigned.time, unsigned.publicKey, key.sign(unsigned.signedBytes()));
  }

  /**
   * Reads a receipt, which has to be byte for byte as it was written.
   *
   * @throws BadInputException if it is none
   */
  public static Receipt read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("There is no receipt " + file + ".", "Check the path.");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new BadInputException(
          file + " is no receipt: it is longer than " + MAX_BYTES + " bytes.",
          "Choose a receipt that Pentimento exported.");
    }
    byte[] content = Files.readAllBytes(file);
    try {
      Receipt receipt = CanonicalJson.read(content, Receipt.class);
      if (!Arrays.equals(content, receipt.bytes())) {
        throw new BadInputException(
            "It is not in the form in which receipts are written.",
            "The file was changed after it was written; use an unchanged copy.");
      }
      return receipt;
    } catch (BadInputException e) {
      throw new BadInputException(file + ": " + e.getMessage(), e.remedy(), e);
    }
  }

  /**
   * Exports the receipt to a file; makes its folder if need be. A file that is there stays as it
   * is: an earlier receipt may be all that shows what the case held then.
   *
   * @throws BadInputException if the file is there with another content
   */
  public void write(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (isIn(file)) {
        return;
      }
      throw new BadInputException(
          file + " is there already and is not this receipt.",
          "It may be a receipt of an earlier state, which nothing can replace. Write this one to"
              + " another file.");
    }
    OwnerOnly.createFolders(DurableFiles.folderOf(file));
    DurableFiles.replace(file, bytes(), DurableFiles.folderOf(file));
  }

  private boolean isIn(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) <= MAX_BYTES
        && Arrays.equals(Files.readAllBytes(file), bytes());
  }

  /** Whether the signature fits the content and the key in it. */
  public boolean genuine() {
    return CustodyKey.verify(publicKey, signedBytes(), signature);
  }

  byte[] bytes() {
    return CanonicalJson.bytes(this);
  }

  private byte[] signedBytes() {
    ObjectNode content = (ObjectNode) CanonicalJson.tree(this);
    content.remove("signature");
    return CanonicalJson.bytes(content);
  }
}
