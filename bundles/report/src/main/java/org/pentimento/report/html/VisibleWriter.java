package org.pentimento.report.html;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Replaces characters that no page can hold, such as control characters, and shows those that
 * change the direction of what stands around them, so that a name cannot rearrange the report.
 */
final class VisibleWriter extends FilterWriter {
  VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    char ch = (char) c;
    boolean turns = ch >= 0x202a && ch <= 0x202e || ch >= 0x2066 && ch <= 0x2069;
    boolean control = ch < 0x20 && ch != '\n' && ch != '\t' && ch != '\r';
    boolean deleted = ch >= 0x7f && ch < 0xa0;
    if (turns) {
      out.write("[U+" + Integer.toHexString(ch).toUpperCase(java.util.Locale.ROOT) + "]");
    } else if (control || deleted || ch == 0xfffe || ch == 0xffff) {
      out.write(0xfffd);
    } else {
      out.write(ch);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }
}
