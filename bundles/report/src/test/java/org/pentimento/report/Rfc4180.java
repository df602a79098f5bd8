package org.pentimento.report;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 says, and nothing looser. */
final class Rfc4180 {
  private Rfc4180() {}

  static List<List<String>> parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '"') {
        i++;
        while (text.charAt(i) != '"' || i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append(text.charAt(i));
          i += text.charAt(i) == '"' ? 2 : 1;
        }
        i++;
      } else {
        while (text.charAt(i) != ',' && text.charAt(i) != '\r') {
          if (text.charAt(i) == '"' || text.charAt(i) == '\n') {
            throw new IllegalArgumentException("bare " + text.charAt(i) + " at " + i);
          }
          field.append(text.charAt(i++));
        }
      }
      row.add(field.toString());
      field.setLength(0);
      if (text.charAt(i) == ',') {
        i++;
      } else if (text.startsWith("\r\n", i)) {
        rows.add(row);
        row = new ArrayList<>();
        i += 2;
      } else {
        throw new IllegalArgumentException("no end of field at " + i);
      }
    }
    return rows;
  }
}
