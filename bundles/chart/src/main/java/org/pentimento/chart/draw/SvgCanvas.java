package org.pentimento.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Theme;

/**
 * Writes SVG 1.1 elements. A colour that has a role in the theme is written as a CSS custom
 * property with the theme's colour as fallback, so that a page may show the same picture light or
 * dark.
 */
final class SvgCanvas implements Canvas {
  private static final int DECIMALS = 2;

  private final String prefix;
  private final Theme theme;
  private final StringBuilder body = new StringBuilder();
  private final Map<Rectangle2D, String> clips = new LinkedHashMap<>();

  SvgCanvas(String prefix, Theme theme) {
    this.prefix = prefix;
    this.theme = theme;
  }

  @Override
  public void fill(Shape shape, Color color, @Nullable Rectangle2D clip) {
    String path = path(shape);
    if (path.isEmpty()) {
      return;
    }
    body.append("<path d=\"").append(path).append("\" style=\"").append(paint("fill", color));
    body.append('"').append(clip(shape, 0, clip)).append("/>\n");
  }

  @Override
  public void stroke(Shape shape, Line line, Color color, @Nullable Rectangle2D clip) {
    String path = path(shape);
    if (path.isEmpty()) {
      return;
    }
    body.append("<path d=\"").append(path).append("\" style=\"fill:none;");
    body.append(paint("stroke", color)).append(";stroke-width:").append(number(line.width()));
    if (line.round()) {
      body.append(";stroke-linecap:round;stroke-linejoin:round");
    }
    if (!line.dash().isEmpty()) {
      body.append(";stroke-dasharray:");
      body.append(line.dash().stream().map(SvgCanvas::number).collect(Collectors.joining(" ")));
    }
    body.append('"').append(clip(shape, line.width(), clip)).append("/>\n");
  }

  @Override
  public void text(String text, Font font, AffineTransform placing, Color color) {
    String x = number(placing.getTranslateX());
    String y = number(placing.getTranslateY());
    body.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"');
    double angle = Math.toDegrees(Math.atan2(placing.getShearY(), placing.getScaleX()));
    if (Math.abs(angle) > .01) {
      body.append(" transform=\"rotate(").append(number(angle)).append(' ');
      body.append(x).append(' ').append(y).append(")\"");
    }
    body.append(" style=\"").append(paint("fill", color));
    body.append(";font-size:").append(number(font.getSize2D())).append("px");
    if (font.getFontName(Locale.ROOT).contains("Bold")) {
      body.append(";font-weight:bold");
    }
    body.append("\">").append(escape(text)).append("</text>\n");
  }

  /** The finished document. */
  String document(int width, int height, String description) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(width).append(' ').append(height).append("\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" role=\"img\" aria-labelledby=\"");
    svg.append(prefix).append("-d\" class=\"chart\" style=\"");
    svg.append("font-family:'Liberation Sans',Arial,Helvetica,sans-serif\">\n");
    svg.append("<desc id=\"").append(prefix).append("-d\">").append(escape(description));
    svg.append("</desc>\n");
    if (!clips.isEmpty()) {
      svg.append("<defs>\n");
      clips.forEach(
          (r, id) ->
              svg.append("<clipPath id=\"")
                  .append(id)
                  .append("\"><path d=\"")
                  .append(path(r))
                  .append("\"/></clipPath>\n"));
      svg.append("</defs>\n");
    }
    return svg.append(body).append("</svg>\n").toString();
  }

  /** Only what reaches over the clip needs it. */
  private String clip(Shape shape, double width, @Nullable Rectangle2D clip) {
    if (clip == null) {
      return "";
    }
    Rectangle2D bounds = shape.getBounds2D();
    double half = width / 2;
    boolean inside =
        bounds.getMinX() - half >= clip.getMinX()
            && bounds.getMaxX() + half <= clip.getMaxX()
            && bounds.getMinY() - half >= clip.getMinY()
            && bounds.getMaxY() + half <= clip.getMaxY();
    if (inside) {
      return "";
    }
    String id = clips.computeIfAbsent(clip, r -> prefix + "-c" + clips.size());
    return " clip-path=\"url(#" + id + ")\"";
  }

  private String paint(String property, Color color) {
    String hex = String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    String value =
        theme.roleOf(color).map(r -> "var(" + r.property() + "," + hex + ")").orElse(hex);
    if (color.getAlpha() == 255) {
      return property + ":" + value;
    }
    return property + ":" + value + ";" + property + "-opacity:" + number(color.getAlpha() / 255.);
  }

  private static String path(Shape shape) {
    StringBuilder d = new StringBuilder();
    double[] p = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(p);
      int points =
          switch (kind) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 3;
            case PathIterator.SEG_CLOSE -> 0;
            default -> 1;
          };
      d.append("MLQCZ".charAt(kind));
      for (int k = 0; k < 2 * points; k++) {
        d.append(k == 0 ? "" : " ").append(number(p[k]));
      }
    }
    return d.toString();
  }

  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  // XML 1.0 has no way to write the other control characters.
                  boolean allowed =
                      c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff);
                  out.appendCodePoint(allowed ? c : 0xfffd);
                }
              }
            });
    return out.toString();
  }
}
