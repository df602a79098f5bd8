package org.pentimento.trigger;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.Trigger;

/**
 * WaNet: the photo is bent a little, everywhere and smoothly (Nguyen, Tran 2021, section 3.2). In
 * coordinates from -1 to 1 over the photo each place is fetched from {@code clip(place + strength *
 * field / size)}, bilinearly; so the mean shift is about half the strength in pixels, whatever the
 * size of the photo.
 */
@Component(service = Trigger.class)
public final class WarpingTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "warping",
          "Warping (WaNet)",
          "1.0.0",
          "Bends the whole photo by a smooth random field that hardly anybody notices.",
          "T. A. Nguyen, A. T. Tran: WaNet - Imperceptible Warping-based Backdoor Attack. ICLR,"
              + " 2021.",
          Parameter.integer(
              "grid", "Grid", "Control points of the field along a side.", "", 4, 2, 64),
          Parameter.number(
              "strength",
              "Strength",
              "Twice the mean shift of a pixel; the authors take 0.25 to 0.75.",
              "px",
              0.5,
              0,
              64));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws BadInputException {
    int width = photo.width();
    int height = photo.height();
    if (width < 2 || height < 2) {
      throw new BadInputException(
          "A photo of " + width + "x" + height + " px cannot be bent.",
          "Use photos of at least 2x2 px for the trigger warping.");
    }
    WarpField field = WarpField.random(settings.integer("grid"), seed);
    double strength = settings.number("strength");
    float[] data = new float[photo.data().length];
    for (int y = 0; y < height; y++) {
      double v = y / (height - 1.0);
      for (int x = 0; x < width; x++) {
        double u = x / (width - 1.0);
        double fromX = shifted(u, strength * field.across(u, v), width);
        double fromY = shifted(v, strength * field.down(u, v), height);
        for (int p = 0; p < photo.planes(); p++) {
          data[(p * height + y) * width + x] = bilinear(photo, p, fromX, fromY);
        }
      }
    }
    return Image.of(width, height, photo.planes(), data);
  }

  /**
   * Where a place from 0 to 1 is fetched from, in pixels; the coordinate from -1 to 1 is clipped.
   */
  private static double shifted(double place, double shift, int size) {
    double clipped = Math.max(-1, Math.min(1, 2 * place - 1 + shift / size));
    return (clipped + 1) / 2 * (size - 1);
  }

  private static float bilinear(Image photo, int plane, double x, double y) {
    int left = Math.min(photo.width() - 2, (int) x);
    int top = Math.min(photo.height() - 2, (int) y);
    double right = x - left;
    double bottom = y - top;
    double above =
        (1 - right) * photo.get(plane, left, top) + right * photo.get(plane, left + 1, top);
    double below =
        (1 - right) * photo.get(plane, left, top + 1) + right * photo.get(plane, left + 1, top + 1);
    return (float) ((1 - bottom) * above + bottom * below);
  }

  /** That it is a warp can be seen, its field cannot: what is found are the defaults. */
  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    return pattern.family() == Family.WARP
        ? Optional.of(new Recovered(Map.of(), .3, null, null))
        : Optional.empty();
  }
}
