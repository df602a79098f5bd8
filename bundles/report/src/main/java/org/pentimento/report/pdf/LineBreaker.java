package org.pentimento.report.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines that fit a width: between words, and within words that fit no line, after
 * a hyphen if there is one.
 */
final class LineBreaker {
  /** A number and its per cent sign stay together. */
  private static final String BREAK = " +(?!%)";

  private final EmbeddedTypefaces faces;

  LineBreaker(EmbeddedTypefaces faces) {
    this.faces = faces;
  }

  /** Lines of visible characters; at least one, perhaps empty. */
  List<String> lines(String text, TextStyle style, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      paragraph(faces.visible(paragraph, style.face()), style, width, lines);
    }
    return lines;
  }

  private void paragraph(String text, TextStyle style, double width, List<String> lines) {
    String stripped = text.stripLeading();
    StringBuilder line = new StringBuilder(text.substring(0, text.length() - stripped.length()));
    double space = width(" ", style);
    double used = width(line.toString(), style);
    boolean begun = false;
    for (String word : stripped.split(BREAK)) {
      String rest = word;
      double wide = width(rest, style);
      if (begun && used + space + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
        begun = false;
      }
      while (!begun && used + wide > width && rest.codePointCount(0, rest.length()) > 1) {
        int end = fitting(rest, style, width - used);
        lines.add(line + rest.substring(0, end));
        line.setLength(0);
        used = 0;
        rest = rest.substring(end);
        wide = width(rest, style);
      }
      if (begun) {
        line.append(' ');
        used += space;
      }
      line.append(rest);
      used += wide;
      begun = true;
    }
    lines.add(line.toString());
  }

  private double width(String text, TextStyle style) {
    return faces.width(text, style.face(), style.size());
  }

  /** How many characters of a word fit, at least one and never all. */
  private int fitting(String word, TextStyle style, double width) {
    int last = word.offsetByCodePoints(word.length(), -1);
    int end = word.offsetByCodePoints(0, 1);
    double used = width(word.substring(0, end), style);
    while (end < last) {
      int next = word.offsetByCodePoints(end, 1);
      used += width(word.substring(end, next), style);
      if (used > width) {
        break;
      }
      end = next;
    }
    int hyphen = word.lastIndexOf('-', end - 1);
    return hyphen > 0 && Character.isLetter(word.charAt(hyphen - 1)) ? hyphen + 1 : end;
  }
}
