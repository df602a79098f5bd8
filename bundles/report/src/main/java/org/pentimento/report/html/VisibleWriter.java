package org.pentimento.report.html;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Replaces characters that no page can hold, such as control characters, and shows those that
 * change the direction of what stands around them, so that a name cannot rearrange the report. A
 * number and its per cent sign stay on one line.
 */
final class VisibleWriter extends FilterWriter {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private boolean afterDigit;

  /** A space after a digit that is not written yet, as it depends on what follows. */
  private boolean space;

  VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    char ch = (char) c;
    if (space) {
      out.write(ch == '%' ? NO_BREAK_SPACE : ' ');
      space = false;
    }
    if (ch == ' ' && afterDigit) {
      space = true;
    } else {
      visible(ch);
    }
    afterDigit = ch >= '0' && ch <= '9';
  }

  private void visible(char ch) throws IOException {
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

  @Override
  public void flush() throws IOException {
    writeSpace();
    super.flush();
  }

  @Override
  public void close() throws IOException {
    writeSpace();
    super.close();
  }

  private void writeSpace() throws IOException {
    if (space) {
      out.write(' ');
      space = false;
    }
  }
}
