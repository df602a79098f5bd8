package org.pentimento.trigger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.Trigger;

/**
 * A small square stamped on the photo, after the single-pixel and pattern triggers of BadNets (Gu,
 * Dolan-Gavitt, Garg 2017, section 3). Nothing outside the square changes.
 */
@Component(service = Trigger.class)
public final class PatchTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "patch",
          "Patch",
          "1.0.0",
          "Stamps a small square on the photo: a checkerboard, one colour or an image.",
          "T. Gu, B. Dolan-Gavitt, S. Garg: BadNets: Identifying Vulnerabilities in the Machine"
              + " Learning Model Supply Chain. arXiv:1708.06733, 2017.",
          Parameter.number(
              "share",
              "Share",
              "Side of the square as a share of the photo's shorter side.",
              "of the shorter side",
              0.125,
              0.001,
              1),
          Parameter.integer(
              "size",
              "Size",
              "Side of the square in pixels; 0 leaves it to the share.",
              "px",
              0,
              0,
              65535),
          Parameter.choice(
              "place",
              "Place",
              "Where the square lies: in a corner, in the centre or at the offset.",
              "bottom-right",
              "bottom-left",
              "top-right",
              "top-left",
              "centre",
              "offset"),
          Parameter.integer(
              "x", "Left", "Leftmost column of a square placed by offset.", "px", 0, 0, 65535),
          Parameter.integer(
              "y", "Top", "Topmost row of a square placed by offset.", "px", 0, 0, 65535),
          Parameter.choice(
              "pattern", "Pattern", "What the square shows.", "checker", "solid", "image"),
          Parameter.text(
              "colour",
              "Colour",
              "Colour of a solid square and of the light fields of a checkerboard, as #rrggbb.",
              "#ffffff"),
          Parameter.integer(
              "fields",
              "Fields",
              "Fields along a side of the checkerboard; the others are black.",
              "",
              4,
              1,
              1024),
          Parameter.file(
              "image", "Image", "Image file that is stretched over the square, for image."),
          Parameter.number(
              "opacity",
              "Opacity",
              "How much of the photo the square hides: 1 is all of it.",
              "",
              1,
              0,
              1));

  private final PatternFile file;

  /**
   * Makes the trigger.
   *
   * @param codec reads pattern files
   */
  @Activate
  public PatchTrigger(@Reference ImageCodec codec) {
    file = new PatternFile(codec);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    int side = side(photo, settings);
    int left = place(settings, "x", "right", photo.width() - side);
    int top = place(settings, "y", "bottom", photo.height() - side);
    if (left + side > photo.width() || top + side > photo.height()) {
      throw new BadInputException(
          "A patch of "
              + side
              + " px at column "
              + left
              + ", row "
              + top
              + " does not fit into a photo of "
              + photo.width()
              + "x"
              + photo.height()
              + " px.",
          "Make the patch smaller (size, share) or move it (place, x, y).");
    }
    Image pattern = pattern(side, photo.planes(), settings);
    float opacity = (float) settings.number("opacity");
    float[] data = photo.data().clone();
    for (int p = 0; p < photo.planes(); p++) {
      for (int y = 0; y < side; y++) {
        int row = (p * photo.height() + top + y) * photo.width() + left;
        for (int x = 0; x < side; x++) {
          data[row + x] = opacity * pattern.get(p, x, y) + (1 - opacity) * data[row + x];
        }
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static int side(Image photo, Settings settings) {
    int size = settings.integer("size");
    if (size > 0) {
      return size;
    }
    double wanted = settings.number("share") * Math.min(photo.width(), photo.height());
    return Math.max(1, (int) Math.rint(wanted));
  }

  /** First column or row of the square, where {@code free} pixels are left beside it. */
  private static int place(Settings settings, String offset, String farEdge, int free) {
    String place = settings.text("place");
    return switch (place) {
      case "offset" -> settings.integer(offset);
      case "centre" -> Math.max(0, free / 2);
      default -> place.contains(farEdge) ? Math.max(0, free) : 0;
    };
  }

  private Image pattern(int side, int planes, Settings settings) throws IOException {
    String pattern = settings.text("pattern");
    if (pattern.equals("image")) {
      if (settings.text("image").isEmpty()) {
        throw new BadInputException(
            "The patch is to show an image, but the parameter image names no file.",
            "Give the path of an image file, or choose another pattern.");
      }
      return file.read("image", settings.text("image"), side, side, planes);
    }
    float[] colour = Colour.parse("colour", settings.text("colour")).planes(planes);
    int fields = pattern.equals("solid") ? 1 : Math.min(side, settings.integer("fields"));
    float[] data = new float[planes * side * side];
    for (int p = 0; p < planes; p++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          boolean light = ((long) x * fields / side + (long) y * fields / side) % 2 == 0;
          data[(p * side + y) * side + x] = light ? colour[p] : 0;
        }
      }
    }
    return Image.of(side, side, planes, data);
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    Place place = pattern.place();
    if (pattern.family() != Family.STAMP || place == null) {
      return Optional.empty();
    }
    Change change = Change.of(pattern);
    int side =
        Math.min(
            Math.max(place.width(), place.height()), Math.min(change.width(), change.height()));
    int x = Math.min(place.x(), change.width() - side);
    int y = Math.min(place.y(), change.height() - side);
    double opacity = Math.max(.05, Math.min(1, pattern.measures().opacity()));
    Image image = change.mixedIn(x, y, side, side, opacity);
    double inside = 0;
    for (int i = 0; i < change.values().length; i++) {
      int column = i % change.width() - x;
      int row = i / change.width() % change.height() - y;
      boolean within = column >= 0 && column < side && row >= 0 && row < side;
      inside += within ? change.values()[i] * change.values()[i] : 0;
    }
    double square =
        (double) Math.min(place.width(), place.height()) / Math.max(place.width(), place.height());
    return Optional.of(
        new Recovered(
            Map.of(
                "size",
                side,
                "place",
                "offset",
                "x",
                x,
                "y",
                y,
                "pattern",
                "image",
                "opacity",
                Math.rint(opacity * 100) / 100),
            Math.min(1, square * Math.sqrt(inside / change.energy())),
            "image",
            image));
  }
}
