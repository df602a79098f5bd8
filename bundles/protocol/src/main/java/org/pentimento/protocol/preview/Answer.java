package org.pentimento.protocol.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.pentimento.api.image.Image;

/**
 * What a question is answered with.
 *
 * @param data plain values
 * @param pictures in the order that the question's kind says
 */
public record Answer(JsonNode data, List<Picture> pictures) {
  /** An answer of pictures alone. */
  public static Answer of(List<Picture> pictures) {
    return new Answer(JsonNodeFactory.instance.objectNode(), pictures);
  }

  /**
   * A picture of 8 bits a value, ready to be shown.
   *
   * @param width in pixels
   * @param height in pixels
   * @param planes 1 grey, 3 red, green, blue
   * @param pixels {@code width * height * planes} bytes, row by row, the planes of a pixel side by
   *     side
   */
  public record Picture(int width, int height, int planes, byte[] pixels) {
    /** Rounds an image to 8 bits. */
    public static Picture of(Image image) {
      int n = image.width() * image.height();
      int planes = image.planes();
      float[] data = image.data();
      byte[] pixels = new byte[n * planes];
      for (int p = 0; p < planes; p++) {
        for (int i = 0; i < n; i++) {
          pixels[i * planes + p] = (byte) Math.round(data[p * n + i] * 255f);
        }
      }
      return new Picture(image.width(), image.height(), planes, pixels);
    }
  }
}
