package org.pentimento.api.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as far as models need it, so that extensions need no library: maps, lists, texts, numbers,
 * true and false.
 */
final class PlainJson {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is none, or holds a null
   */
  static Object read(String text) {
    PlainJson reader = new PlainJson(text);
    Object value = reader.value(0);
    if (reader.next() != null) {
      throw reader.wrong();
    }
    return value;
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("not JSON at character " + at);
  }

  /** The next character that is no space, which stays the next one; null at the end. */
  private @Nullable Character next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : null;
  }

  private boolean took(char wanted) {
    Character next = next();
    if (next == null || next != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void take(char wanted) {
    if (!took(wanted)) {
      throw wrong();
    }
  }

  private Object value(int depth) {
    Character next = next();
    if (next == null || depth > DEEPEST) {
      throw wrong();
    }
    return switch (next) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    take('{');
    if (took('}')) {
      return map;
    }
    do {
      next();
      String key = string();
      take(':');
      if (map.put(key, value(depth + 1)) != null) {
        throw wrong();
      }
    } while (took(','));
    take('}');
    return map;
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    take('[');
    if (took(']')) {
      return list;
    }
    do {
      list.add(value(depth + 1));
    } while (took(','));
    take(']');
    return list;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c == '\\' && at < text.length()) {
        c = escaped(text.charAt(at++));
      }
      string.append(c);
    }
    throw wrong();
  }

  private char escaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        if (at + 4 <= text.length()) {
          at += 4;
          return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw wrong();
      default:
        return c;
    }
  }

  private Object word() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> number(word);
    };
  }

  private Number number(String word) {
    try {
      return word.matches("-?[0-9]{1,18}")
          ? (Number) Long.valueOf(word)
          : (Number) Double.valueOf(word);
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  /** Writes a value; objects in the order of their maps, each on lines of its own. */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, "\n");
    return out.toString();
  }

  private static void write(Object value, StringBuilder out, String line) {
    if (value instanceof Map<?, ?> map) {
      String separator = "";
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator).append(line).append("  ");
        quote(String.valueOf(entry.getKey()), out);
        out.append(" : ");
        write(entry.getValue(), out, line + "  ");
        separator = ",";
      }
      out.append(map.isEmpty() ? "" : line).append('}');
    } else if (value instanceof List<?> list) {
      String separator = "";
      out.append('[');
      for (Object one : list) {
        out.append(separator);
        write(one, out, line);
        separator = ", ";
      }
      out.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      quote(String.valueOf(value), out);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
