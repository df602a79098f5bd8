package org.pentimento.chart.draw;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Typeface;

/**
 * Lets whatever draws with Java 2D draw on a {@link Canvas}: plain colours, basic strokes, text and
 * rectangular clips, which is all that our charts use. Anything else is refused rather than drawn
 * wrongly.
 */
final class CanvasGraphics extends Graphics2D {
  private final Canvas canvas;
  private final Graphics2D measuring;
  private AffineTransform transform = new AffineTransform();
  private Color color = Color.BLACK;
  private Color background = Color.WHITE;
  private double alpha = 1;
  private Composite composite = AlphaComposite.SrcOver;
  private Stroke stroke = new BasicStroke(1f);
  private Font font = Typeface.SANS.at(12);
  private RenderingHints hints = new RenderingHints(Map.of());
  private @Nullable Area clip;

  CanvasGraphics(Canvas canvas) {
    this.canvas = canvas;
    this.measuring = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    measuring.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    measuring.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private CanvasGraphics(CanvasGraphics other) {
    this(other.canvas);
    transform = new AffineTransform(other.transform);
    color = other.color;
    background = other.background;
    alpha = other.alpha;
    composite = other.composite;
    stroke = other.stroke;
    font = other.font;
    hints = new RenderingHints(Map.of());
    hints.add(other.hints);
    clip = other.clip == null ? null : new Area(other.clip);
  }

  @Override
  public Graphics create() {
    return new CanvasGraphics(this);
  }

  @Override
  public void dispose() {
    measuring.dispose();
  }

  // What is drawn

  @Override
  public void fill(Shape shape) {
    try {
      canvas.fill(transform.createTransformedShape(shape), visible(color), clipBounds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void draw(Shape shape) {
    if (!(stroke instanceof BasicStroke basic)) {
      fill(stroke.createStrokedShape(shape));
      return;
    }
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    List<Double> dash = new ArrayList<>();
    if (basic.getDashArray() != null) {
      for (float d : basic.getDashArray()) {
        dash.add(d * scale);
      }
    }
    boolean round = basic.getEndCap() == BasicStroke.CAP_ROUND;
    try {
      canvas.stroke(
          transform.createTransformedShape(shape),
          new Canvas.Line(basic.getLineWidth() * scale, round, dash),
          visible(color),
          clipBounds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    AffineTransform placing = new AffineTransform(transform);
    placing.translate(x, y);
    try {
      canvas.text(text, font, placing, visible(color));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  private Color visible(Color paint) {
    int a = (int) Math.round(paint.getAlpha() * alpha);
    return new Color(paint.getRed(), paint.getGreen(), paint.getBlue(), a);
  }

  private @Nullable Rectangle2D clipBounds() {
    return clip == null ? null : clip.getBounds2D();
  }

  // The simple shapes of Graphics

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    Color before = color;
    color = background;
    fillRect(x, y, width, height);
    color = before;
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int angle) {
    draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int angle) {
    fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int n) {
    draw(path(x, y, n, false));
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int n) {
    draw(path(x, y, n, true));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int n) {
    fill(path(x, y, n, true));
  }

  private static Path2D path(int[] x, int[] y, int n, boolean closed) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < n; i++) {
      if (i == 0) {
        path.moveTo(x[i], y[i]);
      } else {
        path.lineTo(x[i], y[i]);
      }
    }
    if (closed && n > 0) {
      path.closePath();
    }
    return path;
  }

  // State

  @Override
  public void setPaint(@Nullable Paint paint) {
    if (paint == null) {
      return;
    }
    if (!(paint instanceof Color plain)) {
      throw new UnsupportedOperationException("charts are drawn in plain colours, not " + paint);
    }
    color = plain;
  }

  @Override
  public void setColor(@Nullable Color newColor) {
    setPaint(newColor);
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setBackground(Color newBackground) {
    background = newBackground;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setComposite(Composite newComposite) {
    if (!(newComposite instanceof AlphaComposite over)
        || over.getRule() != AlphaComposite.SRC_OVER) {
      throw new UnsupportedOperationException("charts are drawn one over the other");
    }
    composite = newComposite;
    alpha = over.getAlpha();
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setStroke(Stroke newStroke) {
    stroke = newStroke;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setFont(@Nullable Font newFont) {
    if (newFont != null) {
      font = newFont;
    }
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public FontMetrics getFontMetrics(Font of) {
    return measuring.getFontMetrics(of);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return measuring.getFontRenderContext();
  }

  @Override
  public void setPaintMode() {
    setComposite(AlphaComposite.SrcOver);
  }

  @Override
  public void setXORMode(Color other) {
    throw new UnsupportedOperationException("charts are drawn one over the other");
  }

  // Hints say how pixels are made; here are none.

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    if (value == null) {
      hints.remove(key);
    } else {
      hints.put(key, value);
    }
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> newHints) {
    hints.clear();
    addRenderingHints(newHints);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    more.forEach(hints::put);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return hints;
  }

  @Override
  public @Nullable GraphicsConfiguration getDeviceConfiguration() {
    return null;
  }

  // Where things are drawn

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform newTransform) {
    transform = new AffineTransform(newTransform);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void clip(@Nullable Shape shape) {
    if (shape == null) {
      return;
    }
    Area more = new Area(transform.createTransformedShape(shape));
    if (clip == null) {
      clip = more;
    } else {
      clip.intersect(more);
    }
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    clip = shape == null ? null : new Area(transform.createTransformedShape(shape));
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    setClip(new Rectangle(x, y, width, height));
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip(new Rectangle(x, y, width, height));
  }

  @Override
  public @Nullable Shape getClip() {
    if (clip == null) {
      return null;
    }
    try {
      return transform.createInverse().createTransformedShape(clip);
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException("charts are not drawn flat", e);
    }
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    Shape shape = getClip();
    return shape == null ? null : shape.getBounds();
  }

  @Override
  public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    Shape what = onStroke ? stroke.createStrokedShape(shape) : shape;
    return transform.createTransformedShape(what).intersects(rectangle);
  }

  // Pictures

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform placing, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
    throw noPictures();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform placing) {
    throw noPictures();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform placing) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int width, int height, ImageObserver o) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int w, int h, Color ground, ImageObserver o) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, ImageObserver o) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, Color l, ImageObserver o) {
    throw noPictures();
  }

  private static UnsupportedOperationException noPictures() {
    return new UnsupportedOperationException("charts hold no pictures");
  }
}
