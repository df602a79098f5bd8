package org.pentimento.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a width: between words, and within words that fit no line. */
final class LineBreaker {
  private final Faces faces;

  LineBreaker(Faces faces) {
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
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    StringBuilder line = new StringBuilder(indent);
    boolean empty = true;
    for (String word : text.strip().split(" +")) {
      String rest = word;
      while (true) {
        String longer = empty ? line + rest : line + " " + rest;
        if (faces.width(longer, style.face(), style.size()) <= width) {
          line = new StringBuilder(longer);
          empty = false;
          break;
        }
        if (!empty) {
          lines.add(line.toString());
          line = new StringBuilder();
          empty = true;
          continue;
        }
        int fitting = fitting(rest, style, width);
        lines.add(rest.substring(0, fitting));
        rest = rest.substring(fitting);
        line = new StringBuilder();
        if (rest.isEmpty()) {
          break;
        }
      }
    }
    lines.add(line.toString());
  }

  /** How many characters of a word fit, at least one. */
  private int fitting(String word, TextStyle style, double width) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (faces.width(word.substring(0, next), style.face(), style.size()) > width) {
        break;
      }
      end = next;
    }
    return end;
  }
}
