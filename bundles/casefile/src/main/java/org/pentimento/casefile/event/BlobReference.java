package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A blob that an event or another blob names, and that has to be in the case.
 *
 * @param sha SHA-256 of the blob
 * @param kind what the blob holds, by which it is known which blobs it names in turn
 */
public record BlobReference(String sha, DocumentKind kind) {
  /** Refuses null. */
  public BlobReference {
    requireNonNull(sha, "sha");
    requireNonNull(kind, "kind");
  }

  /** A blob that names no other. */
  static BlobReference leaf(String sha) {
    return new BlobReference(sha, DocumentKind.LEAF);
  }
}
