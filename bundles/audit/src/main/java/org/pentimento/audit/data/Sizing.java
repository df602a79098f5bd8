package org.pentimento.audit.data;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;
import org.pentimento.plan.Plan;

/**
 * Brings pairs to one size. The pairs it gives decode through a cache of limited size, photos in
 * colour, sketches in grey, 8 bits a value.
 */
public final class Sizing {
  private final EightBitCache cache;
  private final boolean resize;
  private Plan.@Nullable Size size;

  /**
   * Makes a sizing.
   *
   * @param wanted null for the size of the first pair, which all others must have then
   * @param budget of the cache in bytes
   */
  public Sizing(Plan.@Nullable Size wanted, long budget) {
    this.size = wanted;
    this.resize = wanted != null;
    this.cache = new EightBitCache(budget);
  }

  /** The size, null before the first pair if none was wanted. */
  public Plan.@Nullable Size size() {
    return size;
  }

  /**
   * A pair in that size.
   *
   * @throws BadInputException if its photo cannot be used, or has another size while none was
   *     wanted
   */
  public Pair of(Pair pair) throws IOException {
    Plan.Size wanted = size;
    Eyes eyes = null;
    if (!resize || wanted == null || pair.eyePoints() != null) {
      Image photo = pair.photo().decode();
      wanted = checked(pair, photo);
      eyes = scaled(pair.eyePoints(), photo, wanted);
    }
    ImageSource photos = sized(pair.photo(), wanted, true);
    ImageSource sketches = sized(pair.sketch(), wanted, false);
    return new Pair(
        pair.id(),
        pair.identity(),
        pair.split(),
        pair.attributes(),
        eyes,
        () -> cache.get("photo " + pair.id(), photos),
        () -> cache.get("sketch " + pair.id(), sketches));
  }

  private Plan.Size checked(Pair pair, Image photo) throws BadInputException {
    Plan.Size wanted = size;
    if (wanted == null) {
      wanted = new Plan.Size(photo.width(), photo.height());
      size = wanted;
    }
    if (!resize && (photo.width() != wanted.width() || photo.height() != wanted.height())) {
      throw new BadInputException(
          "The pair "
              + pair.id()
              + " is "
              + photo.width()
              + "x"
              + photo.height()
              + ", the first one is "
              + wanted.width()
              + "x"
              + wanted.height()
              + ".",
          "Write size: [width, height] in the plan to bring all pairs to one size.");
    }
    return wanted;
  }

  private static ImageSource sized(ImageSource source, Plan.Size size, boolean colour) {
    return () -> {
      Image image = source.decode();
      return AreaResampling.resize(
          colour ? image.colour() : image.grey(), size.width(), size.height());
    };
  }

  private static @Nullable Eyes scaled(@Nullable Eyes eyes, Image photo, Plan.Size size) {
    if (eyes == null) {
      return null;
    }
    double sx = (double) size.width() / photo.width();
    double sy = (double) size.height() / photo.height();
    return new Eyes(scaled(eyes.left(), sx, sy), scaled(eyes.right(), sx, sy));
  }

  private static Point scaled(Point p, double sx, double sy) {
    return new Point((p.x() + .5) * sx - .5, (p.y() + .5) * sy - .5);
  }
}
