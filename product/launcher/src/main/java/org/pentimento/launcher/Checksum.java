package org.pentimento.launcher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Tells whether files have changed. A checksum does: whoever could forge one can replace the
 * bundles themselves.
 */
final class Checksum {
  private final CRC32C sum = new CRC32C();

  Checksum text(String text) {
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    return this;
  }

  Checksum number(long number) {
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  /** Eight digits. */
  String hex() {
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
