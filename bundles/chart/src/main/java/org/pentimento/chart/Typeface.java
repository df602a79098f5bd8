package org.pentimento.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The typefaces that come with the product: Liberation 2, under the SIL Open Font License 1.1.
 * Their widths are those of Arial, Courier New and Times New Roman, so that a page which falls back
 * on these still fits.
 */
public enum Typeface {
  /** Text. */
  SANS("LiberationSans-Regular"),
  /** Emphasis. */
  SANS_BOLD("LiberationSans-Bold"),
  /** Remarks. */
  SANS_ITALIC("LiberationSans-Italic"),
  /** Hashes and plans. */
  MONO("LiberationMono-Regular"),
  /** Titles. */
  SERIF_BOLD("LiberationSerif-Bold");

  private final String file;
  private @Nullable Font font;

  Typeface(String file) {
    this.file = file;
  }

  /** The TrueType file; the caller closes it. */
  public InputStream open() {
    InputStream in = Typeface.class.getResourceAsStream("/liberation/" + file + ".ttf");
    if (in == null) {
      throw new IllegalStateException("the bundle lacks its typeface " + file);
    }
    return in;
  }

  /** The typeface in a size in points or pixels. */
  public Font at(double size) {
    return font().deriveFont((float) size);
  }

  private synchronized Font font() {
    Font loaded = font;
    if (loaded == null) {
      try (InputStream in = open()) {
        loaded = Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the typeface " + file, e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("not a typeface: " + file, e);
      }
      font = loaded;
    }
    return loaded;
  }
}
