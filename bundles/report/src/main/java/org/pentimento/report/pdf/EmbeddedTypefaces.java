package org.pentimento.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.pentimento.chart.Typeface;

/**
 * The typefaces of a document, embedded. A character that a typeface lacks is set in one of the
 * system's; one that these lack too is written as its code point, such as {@code [U+6797]}, and
 * never dropped.
 */
final class EmbeddedTypefaces implements AutoCloseable {
  private final Map<Typeface, Face> faces = new EnumMap<>(Typeface.class);
  private final PDDocument document;
  private final SystemTypefaces system;
  private final List<Face> others = new ArrayList<>();
  private boolean othersRead;
  private boolean replaced;

  EmbeddedTypefaces(PDDocument document) throws IOException {
    this(document, SystemTypefaces.find());
  }

  EmbeddedTypefaces(PDDocument document, SystemTypefaces system) throws IOException {
    this.document = document;
    this.system = system;
    for (Typeface typeface : Typeface.values()) {
      byte[] file;
      try (InputStream in = typeface.open()) {
        file = in.readAllBytes();
      }
      faces.put(typeface, embedded(file));
    }
  }

  private Face embedded(byte[] file) throws IOException {
    TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(file));
    PDFont font = PDType0Font.load(document, ttf, true);
    return new Face(font, ttf, ttf.getUnicodeCmapLookup(), new HashMap<>());
  }

  /** The system's typefaces, read when the first character is missed. */
  private List<Face> others() {
    if (!othersRead) {
      othersRead = true;
      for (Path file : system.files()) {
        try {
          others.add(embedded(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
          continue; // it is damaged or must not be embedded; what it would set stands as code
          // points
        }
      }
    }
    return others;
  }

  private record Face(
      PDFont font, TrueTypeFont ttf, CmapLookup glyphs, Map<Integer, Double> widths) {
    boolean has(int codePoint) {
      return codePoint >= 0x20 && glyphs.getGlyphId(codePoint) != 0;
    }
  }

  private Face face(Typeface typeface) {
    return Objects.requireNonNull(faces.get(typeface));
  }

  /** The face in which a character is set: the wanted one, or one of the system's. */
  private Optional<Face> face(int codePoint, Face wanted) {
    if (wanted.has(codePoint)) {
      return Optional.of(wanted);
    }
    return SystemTypefaces.canBeSet(codePoint)
        ? others().stream().filter(f -> f.has(codePoint)).findFirst()
        : Optional.empty();
  }

  /** Shows a visible line, from left to right, where the stream's text stands. */
  void show(PDPageContentStream out, String visible, Typeface typeface, double size)
      throws IOException {
    String line = leftToRight(visible);
    Face wanted = face(typeface);
    int from = 0;
    while (from < line.length()) {
      Face face = face(line.codePointAt(from), wanted).orElse(wanted);
      int to = from;
      while (to < line.length()
          && face(line.codePointAt(to), wanted).orElse(wanted).font() == face.font()) {
        to += Character.charCount(line.codePointAt(to));
      }
      out.setFont(face.font(), (float) size);
      out.showText(line.substring(from, to));
      from = to;
    }
  }

  /** Whether anything had to be written as a code point. */
  boolean replaced() {
    return replaced;
  }

  /** The text with nothing in it that no typeface has; blanks of all kinds become a space. */
  String visible(String text, Typeface typeface) {
    Face face = face(typeface);
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean turns =
                  c >= 0x202a && c <= 0x202e
                      || c >= 0x2066 && c <= 0x2069
                      || c == 0x200e
                      || c == 0x200f;
              if (Character.isWhitespace(c) || c == 0xa0 || c == 0x202f) {
                out.append(' ');
              } else if (!turns && face(c, face).isPresent()) {
                out.appendCodePoint(c);
              } else {
                replaced = true;
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
              }
            });
    return out.toString();
  }

  /** A visible line as it is set from left to right, with runs in Hebrew and the like turned. */
  static String leftToRight(String line) {
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    String[] parts = new String[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String part = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      parts[i] = levels[i] % 2 == 1 ? new StringBuilder(part).reverse().toString() : part;
    }
    Bidi.reorderVisually(levels, 0, parts, 0, runs);
    return String.join("", parts);
  }

  /** Width in points of a visible text. */
  double width(String visible, Typeface typeface, double size) {
    Face face = face(typeface);
    return visible
            .codePoints()
            .mapToDouble(
                c -> {
                  Face own = face(c, face).orElse(face);
                  return own.widths().computeIfAbsent(c, k -> advance(own, k));
                })
            .sum()
        * size;
  }

  private static double advance(Face face, int codePoint) {
    try {
      double units = face.ttf().getAdvanceWidth(face.glyphs().getGlyphId(codePoint));
      return units / face.ttf().getUnitsPerEm();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Frees the files, after the document was written. */
  @Override
  public void close() throws IOException {
    for (Face face : faces.values()) {
      face.ttf().close();
    }
    for (Face face : others) {
      face.ttf().close();
    }
  }
}
