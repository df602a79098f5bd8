package org.pentimento.report.pdf;

import java.awt.Color;
import org.pentimento.chart.Typeface;

/**
 * How text is set.
 *
 * @param face typeface
 * @param size in points
 * @param leading from line to line, in points
 * @param color of the text
 */
record TextStyle(Typeface face, double size, double leading, Color color) {
  static final Color INK = new Color(0x1c2127);
  static final Color MUTED = new Color(0x5a6470);
  static final Color RULE = new Color(0xd5d9dd);
  static final Color ALARM = new Color(0xb03a00);
  static final Color ACCENT = new Color(0x005f96);
  static final Color NIGHT = new Color(0x23282f);
  static final Color NIGHT_INK = new Color(0xf4f5f6);
  static final Color NIGHT_MUTED = new Color(0xb9c1ca);
  static final Color MARK = new Color(0xffb38a);

  static final TextStyle ACROSS = new TextStyle(Typeface.SANS_BOLD, 150, 150, new Color(0xf4f2f0));
  static final TextStyle TITLE = new TextStyle(Typeface.SERIF_BOLD, 21, 25, INK);
  static final TextStyle H1 = new TextStyle(Typeface.SERIF_BOLD, 18, 23, INK);
  static final TextStyle H2 = new TextStyle(Typeface.SERIF_BOLD, 14, 18, INK);
  static final TextStyle FRONT = new TextStyle(Typeface.SERIF_BOLD, 12.5, 16, INK);
  static final TextStyle H3 = new TextStyle(Typeface.SANS_BOLD, 10, 14, INK);
  static final TextStyle LEAD = new TextStyle(Typeface.SANS_BOLD, 10, 14.5, INK);
  static final TextStyle BODY = new TextStyle(Typeface.SANS, 9.5, 13.8, INK);
  static final TextStyle ANSWER = new TextStyle(Typeface.SANS, 8.6, 11.6, INK);
  static final TextStyle STRONG = new TextStyle(Typeface.SANS_BOLD, 9.5, 13.8, INK);
  static final TextStyle SMALL = new TextStyle(Typeface.SANS, 8, 11, MUTED);
  static final TextStyle CELL = new TextStyle(Typeface.SANS, 8.2, 11, INK);
  static final TextStyle CELL_HEAD = new TextStyle(Typeface.SANS_BOLD, 8.2, 11, INK);
  static final TextStyle DETAIL = new TextStyle(Typeface.SANS, 7, 9.4, MUTED);
  static final TextStyle CODE = new TextStyle(Typeface.MONO, 7.2, 9.6, INK);

  /** Which level of headings it is for, 1 being the highest; 0 for none. */
  int level() {
    if (size >= H1.size) {
      return 1;
    }
    if (face == Typeface.SERIF_BOLD) {
      return 2;
    }
    return size == H3.size && leading == H3.leading ? 3 : 0;
  }

  TextStyle in(Color other) {
    return new TextStyle(face, size, leading, other);
  }
}
