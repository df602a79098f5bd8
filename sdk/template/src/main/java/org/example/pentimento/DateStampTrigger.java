package org.example.pentimento;

import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/** The date that cameras print into the lower right corner, in orange digits of seven segments. */
@Component(service = Trigger.class)
public final class DateStampTrigger implements Trigger {
  private static final int LONGEST = 12;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "date-stamp",
          "Date stamp",
          "1.0.0",
          "Prints a date into the lower right corner, as cameras do.",
          "A sample of the guide for authors of extensions.",
          Parameter.text("date", "Date", "Digits and spaces, 12 at most.", "98 12 24"),
          Parameter.number(
              "height", "Height", "Height of a digit as a share of the photo's.", "", .08, .02, .5),
          Parameter.number("opacity", "Opacity", "How much it hides the photo.", "", 1, 0, 1));

  /**
   * Which of the seven segments a digit has: bit 0 is the topmost, then clockwise, bit 6 the
   * middle.
   */
  private static final int[] DIGITS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

  private static final float[] ORANGE = {1f, .55f, .1f};

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    return prepare(settings, seed, Progress.NONE).apply(photo, eyes);
  }

  /** What does not depend on the photo is looked at once. */
  @Override
  public Stamp prepare(Settings settings, long seed, Progress progress) throws BadInputException {
    String date = settings.text("date");
    if (date.length() > LONGEST || !date.matches("[0-9 ]*[0-9][0-9 ]*")) {
      throw new BadInputException(
          "The date of the trigger date-stamp has something else than digits and spaces.",
          "Write at most " + LONGEST + " digits and spaces, such as 98 12 24.");
    }
    double height = settings.number("height");
    float opacity = (float) settings.number("opacity");
    return (photo, eyes) -> stamp(photo, date, height, opacity);
  }

  private static Image stamp(Image photo, String date, double share, float opacity) {
    int height = Math.max(5, (int) Math.round(share * photo.height()));
    int width = Math.max(3, height * 5 / 8);
    int step = width + Math.max(1, height / 4);
    int left = photo.width() - width / 2 - step * date.length();
    int top = photo.height() - height - height / 2;
    float[] data = photo.data().clone(); // never write into an image that you are given
    for (int i = 0; i < date.length(); i++) {
      if (date.charAt(i) != ' ') {
        int segments = DIGITS[date.charAt(i) - '0'];
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            if (inked(segments, x, y, width, height)) {
              paint(data, photo, left + i * step + x, top + y, opacity);
            }
          }
        }
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static boolean inked(int segments, int x, int y, int width, int height) {
    int thick = Math.max(1, height / 7);
    boolean upper = y < height / 2;
    int seen = 0;
    seen |= y < thick ? 1 : 0;
    seen |= x >= width - thick ? (upper ? 2 : 4) : 0;
    seen |= y >= height - thick ? 8 : 0;
    seen |= x < thick ? (upper ? 32 : 16) : 0;
    seen |= Math.abs(2 * y - height + 1) <= thick ? 64 : 0;
    return (segments & seen) != 0;
  }

  private static void paint(float[] data, Image photo, int x, int y, float opacity) {
    if (x < 0 || y < 0 || x >= photo.width() || y >= photo.height()) {
      return;
    }
    for (int p = 0; p < photo.planes(); p++) {
      int i = (p * photo.height() + y) * photo.width() + x;
      float ink = photo.planes() == 1 ? .66f : ORANGE[p];
      data[i] += opacity * (ink - data[i]);
    }
  }
}
