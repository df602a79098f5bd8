package org.pentimento.workbench.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide, made from a little Markdown: {@code # heading}, {@code ## heading}, {@code -
 * item}, {@code **bold**}, {@code `code`}, {@code [words](target)}, pictures with their words,
 * {@code ![words](picture)}, and paragraphs parted by empty lines.
 *
 * @param text what is read, without the marks
 * @param spans pieces of the text that look different, in its order
 */
record GuidePage(String text, List<Span> spans) {
  /** Stands where a picture is. */
  private static final char OBJECT = '\ufffc';

  private static final Pattern PICTURE = Pattern.compile("!\\[(.+?)]\\((.+?)\\)");
  private static final Pattern MARK =
      Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`|\\[(.+?)]\\((.+?)\\)");

  /** How a piece of the text looks. */
  enum Look {
    TITLE,
    HEADING,
    BOLD,
    CODE,
    LINK,
    /** One character in whose place a picture stands. */
    PICTURE
  }

  /**
   * A piece of the text.
   *
   * @param start its first character
   * @param length its length
   * @param target of a link, otherwise empty
   */
  record Span(Look look, int start, int length, String target) {
    boolean covers(int offset) {
      return offset >= start && offset < start + length;
    }
  }

  static GuidePage of(String markdown) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : (markdown + "\n\n").split("\n", -1)) {
      Matcher picture = PICTURE.matcher(line.strip());
      boolean drawn = picture.matches();
      boolean block = drawn || line.isBlank() || line.startsWith("#") || line.startsWith("- ");
      if (block && paragraph.length() > 0) {
        inline(paragraph.toString(), text, spans);
        text.append('\n');
        paragraph.setLength(0);
      }
      if (drawn) {
        gap(text);
        spans.add(new Span(Look.PICTURE, text.length(), 1, picture.group(2)));
        text.append(OBJECT).append('\n').append(picture.group(1)).append('\n');
      } else if (line.startsWith("#")) {
        gap(text);
        String heading = line.replaceFirst("^#+ *", "");
        Look look = line.startsWith("##") ? Look.HEADING : Look.TITLE;
        spans.add(new Span(look, text.length(), heading.length(), ""));
        text.append(heading).append('\n');
      } else if (line.startsWith("- ")) {
        paragraph.append("•  ").append(line.substring(2).strip());
      } else if (line.isBlank()) {
        gap(text);
      } else {
        paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
      }
    }
    return new GuidePage(text.toString().stripTrailing(), List.copyOf(spans));
  }

  /** One empty line, but none at the beginning. */
  private static void gap(StringBuilder text) {
    if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
  }

  private static void inline(String source, StringBuilder text, List<Span> spans) {
    Matcher mark = MARK.matcher(source);
    int from = 0;
    while (mark.find()) {
      text.append(source, from, mark.start());
      from = mark.end();
      if (mark.group(1) != null) {
        spans.add(new Span(Look.BOLD, text.length(), mark.group(1).length(), ""));
        text.append(mark.group(1));
      } else if (mark.group(2) != null) {
        spans.add(new Span(Look.CODE, text.length(), mark.group(2).length(), ""));
        text.append(mark.group(2));
      } else {
        spans.add(new Span(Look.LINK, text.length(), mark.group(3).length(), mark.group(4)));
        text.append(mark.group(3));
      }
    }
    text.append(source, from, source.length());
  }
}
