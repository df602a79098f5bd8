package org.pentimento.workbench.dataset.pair;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;

/**
 * A pair as the preview process gave it.
 *
 * @param images in the order to show
 * @param sources comparisons that have images of the pair
 * @param chosen place in {@code sources} of the one shown, or -1
 * @param place of the pair among others
 */
record PairImages(List<Named> images, List<Source> sources, int chosen, Place place) {
  static final PairImages NONE =
      new PairImages(List.of(), List.of(), -1, new Place(-1, 0, "", "", "", ""));

  /**
   * An image.
   *
   * @param role by which the preview process knows it
   * @param name as a person reads it
   */
  record Named(String role, String name, Picture picture) {
    /** The values of a pixel as a person reads them; empty outside. */
    String values(double x, double y, int frameWidth, int frameHeight) {
      int column = (int) Math.floor(x * picture.width() / frameWidth);
      int row = (int) Math.floor(y * picture.height() / frameHeight);
      if (column < 0 || row < 0 || column >= picture.width() || row >= picture.height()) {
        return "";
      }
      StringBuilder values = new StringBuilder();
      int at = (row * picture.width() + column) * picture.planes();
      for (int p = 0; p < picture.planes(); p++) {
        values.append(p == 0 ? "" : " ").append(picture.pixels()[at + p] & 0xff);
      }
      return values.toString();
    }
  }

  /** A comparison of a run. */
  record Source(String run, String runName, String comparison, String name) {
    String title() {
      return runName + ": " + name;
    }
  }

  /** Where the pair stands among others; ids are empty where there is none. */
  record Place(int position, int count, String first, String previous, String next, String last) {}

  static PairImages of(Answer answer) {
    JsonNode data = answer.data();
    List<Named> images = new ArrayList<>();
    for (JsonNode image : data.path("images")) {
      if (images.size() < answer.pictures().size()) {
        Picture picture = answer.pictures().get(images.size());
        images.add(new Named(image.path("role").asText(), image.path("name").asText(), picture));
      }
    }
    List<Source> sources = new ArrayList<>();
    for (JsonNode source : data.path("sources")) {
      sources.add(
          new Source(
              source.path("run").asText(),
              source.path("runName").asText(),
              source.path("comparison").asText(),
              source.path("name").asText()));
    }
    JsonNode place = data.path("place");
    return new PairImages(
        images,
        sources,
        data.path("chosen").asInt(-1),
        new Place(
            place.path("position").asInt(-1),
            place.path("count").asInt(),
            place.path("first").asText(),
            place.path("previous").asText(),
            place.path("next").asText(),
            place.path("last").asText()));
  }

  /** The image of a role, null if there is none. */
  @Nullable Named image(String role) {
    return images.stream().filter(i -> i.role().equals(role)).findFirst().orElse(null);
  }

  /** Width of what all images are shown as large as, in pixels of the largest. */
  int width() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().width()).max().orElse(1));
  }

  /** Height of what all images are shown as large as. */
  int height() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().height()).max().orElse(1));
  }
}
