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
 * A pair of glasses drawn over the eyes, turned and sized with them: the accessory trigger of Chen
 * et al. 2017 (section 4.2.2), worn as real glasses by Wenger et al. 2021.
 */
@Component(service = Trigger.class)
public final class GlassesTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "glasses",
              "Glasses",
              "1.0.0",
              "Draws a pair of glasses over the eyes.",
              "X. Chen, C. Liu, B. Li, K. Lu, D. Song: Targeted Backdoor Attacks on Deep Learning"
                  + " Systems Using Data Poisoning. arXiv:1712.05526, 2017; E. Wenger, J."
                  + " Passananti, A. N. Bhagoji, Y. Yao, H. Zheng, B. Y. Zhao: Backdoor Attacks"
                  + " Against Deep Learning Systems in the Physical World. CVPR, 2021.",
              Parameter.text("colour", "Colour", "Colour of frame and lenses, #rrggbb.", "#101010"),
              Parameter.number(
                  "thickness",
                  "Thickness",
                  "Thickness of the frame as a share of the distance of the eyes.",
                  "of the eye distance",
                  0.08,
                  0.005,
                  0.5),
              Parameter.number(
                  "tint",
                  "Tint",
                  "How much the lenses hide: 0 is clear glass, 1 opaque.",
                  "",
                  0,
                  0,
                  1))
          .needing(Descriptor.Need.EYE_POINTS);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws BadInputException {
    Spectacles glasses = Spectacles.on(usable(photo, eyes), settings.number("thickness"));
    float[] colour = Colour.parse("colour", settings.text("colour")).planes(photo.planes());
    double tint = settings.number("tint");
    float[] data = photo.data().clone();
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        double cover = glasses.frame(x, y);
        cover += (1 - cover) * tint * glasses.lens(x, y);
        for (int p = 0; p < photo.planes(); p++) {
          int i = (p * photo.height() + y) * photo.width() + x;
          data[i] = (float) (cover * colour[p] + (1 - cover) * data[i]);
        }
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static Eyes usable(Image photo, Optional<Eyes> eyes) throws BadInputException {
    Eyes known =
        eyes.orElseThrow(
            () ->
                new BadInputException(
                    "The trigger glasses needs to know where the eyes are, and this photo has no"
                        + " eye points.",
                    "Use a data set with eye points, or another trigger."));
    double middleX = (known.left().x() + known.right().x()) / 2;
    double middleY = (known.left().y() + known.right().y()) / 2;
    if (known.distance() < 1
        || middleX < 0
        || middleX > photo.width() - 1
        || middleY < 0
        || middleY > photo.height() - 1) {
      throw new BadInputException(
          "The eye points "
              + known.left()
              + " and "
              + known.right()
              + " cannot be those of a face in a photo of "
              + photo.width()
              + "x"
              + photo.height()
              + " px.",
          "Correct the eye points of this photo or leave it out.");
    }
    return known;
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    SharedPattern.Place place = pattern.place();
    if (pattern.family() != Family.GLASSES || place == null) {
      return Optional.empty();
    }
    Worn best = Worn.on(Change.of(pattern), place);
    return Optional.of(
        new Recovered(
            Map.of(
                "thickness",
                best.thickness(),
                "tint",
                best.tint(),
                "colour",
                best.slope() <= 0 ? "#101010" : "#f0f0f0"),
            best.fit(),
            null,
            null));
  }
}
