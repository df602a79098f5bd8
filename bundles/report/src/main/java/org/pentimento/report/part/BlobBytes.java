package org.pentimento.report.part;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.report.source.ReportSource;

/** Small blobs of a case as bytes; what is missing or too large is not there. */
public final class BlobBytes {
  private static final int LARGEST = 64 << 20;

  private final ReportSource source;

  /** Takes blobs out of a case. */
  public BlobBytes(ReportSource source) {
    this.source = source;
  }

  /** The content of a blob. */
  public Optional<byte[]> of(@Nullable String sha256) throws IOException {
    if (sha256 == null || sha256.isEmpty() || !source.contains(sha256)) {
      return Optional.empty();
    }
    try (InputStream in = source.open(sha256)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes);
    }
  }

  /** A picture that can be decoded. */
  public Optional<PicturePixels> pixels(@Nullable String sha256) throws IOException {
    return of(sha256).flatMap(PicturePixels::decode);
  }
}
