package org.pentimento.workbench.dataset.pair.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;

/**
 * A pair with all its images, as the preview process answers it.
 *
 * @param images in the order to show
 * @param sources comparisons of runs that have sketches of the pair
 * @param chosen which of the sources the images are from, counted from 0; -1 if from none
 * @param place of the pair among the others
 */
public record ViewedPair(List<Named> images, List<Source> sources, int chosen, Place place) {
  /** No pair at all. */
  public static final ViewedPair NONE =
      new ViewedPair(List.of(), List.of(), -1, new Place(-1, 0, "", "", "", ""));

  /**
   * An image.
   *
   * @param role the preview process's name for it, such as {@code truth}
   * @param name its name for people
   * @param picture its pixels
   */
  public record Named(String role, String name, Picture picture) {
    /**
     * The values of a pixel, 0 to 255, in words; empty outside.
     *
     * @param x in pixels of the frame
     * @param y in pixels of the frame
     * @param frameWidth width that the image is stretched to
     * @param frameHeight height that the image is stretched to
     */
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

  /** A comparison of a run, by its ids and its names for people. */
  public record Source(String run, String runName, String comparison, String name) {
    /** Run and comparison in words. */
    public String title() {
      return runName + ": " + name;
    }
  }

  /** Where the pair stands among others; ids are empty where there is none. */
  public record Place(
      int position, int count, String first, String previous, String next, String last) {}

  /** Reads an answer of the preview process. */
  public static ViewedPair of(Answer answer) {
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
    return new ViewedPair(
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

  /** Where the image of a role stands in the list, -1 if there is none. */
  public int indexOf(String role) {
    return images.stream().map(Named::role).toList().indexOf(role);
  }

  /** The first of some roles that the pair has an image of, empty if it has none of them. */
  public String firstRoleOf(String... roles) {
    return Stream.of(roles).filter(role -> indexOf(role) >= 0).findFirst().orElse("");
  }

  /** Width of the widest image, in pixels; all images are stretched to it. */
  int width() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().width()).max().orElse(1));
  }

  /** Height of the highest image, in pixels; all images are stretched to it. */
  int height() {
    return Math.max(1, images.stream().mapToInt(i -> i.picture().height()).max().orElse(1));
  }
}
