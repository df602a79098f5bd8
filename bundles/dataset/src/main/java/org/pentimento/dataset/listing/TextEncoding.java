package org.pentimento.dataset.listing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How texts of data sets are encoded. */
public final class TextEncoding {
  private TextEncoding() {}

  /**
   * UTF-16 if the first two bytes are its byte order mark, or a character of which one byte is 0;
   * else the encoding of everything else.
   */
  public static Charset of(byte[] head, Charset otherwise) {
    int first = head.length < 2 ? -1 : head[0] & 0xff;
    int second = head.length < 2 ? -1 : head[1] & 0xff;
    if (first == 0xff && second == 0xfe || first > 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return first == 0xfe && second == 0xff || first == 0 && second > 0
        ? StandardCharsets.UTF_16BE
        : otherwise;
  }
}
