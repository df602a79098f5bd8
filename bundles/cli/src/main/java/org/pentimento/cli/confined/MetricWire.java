package org.pentimento.cli.confined;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;

/**
 * What a job and a locked-in process with metrics say to each other. The job asks with one of the
 * bytes {@link #PREPARE} to {@link #FEATURES}, the id of the metric and what belongs to the
 * question; the process answers with {@link #DONE} and a value, with {@link #FAILED} and words, or,
 * as often as it likes before that, with {@link #NEED}, upon which it gets an image.
 */
final class MetricWire {
  /** Settings and a reference; answered with its number. */
  static final byte PREPARE = 1;

  /** The number of a reference and a candidate; answered with a measurement. */
  static final byte MEASURE = 2;

  /** The number of a reference and a candidate; answered with a map, or none. */
  static final byte MAP = 3;

  /** Settings and an image; answered with images by name. */
  static final byte FEATURES = 4;

  /** Settings and the ids and identities of a set; answered with its measurements. */
  static final byte MEASURE_SET = 5;

  /** The answer follows. */
  static final byte DONE = 10;

  /** Words follow that say why there is none. */
  static final byte FAILED = 11;

  /** The place of a member of the set and of one of its images follow; that image is wanted. */
  static final byte NEED = 12;

  /** The reference of that number is not there any more. */
  static final byte FORGOTTEN = 13;

  private static final int LARGEST = 1 << 26;
  private static final int LONGEST = 1 << 16;
  private static final int MOST = 1 << 22;

  private MetricWire() {}

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(within(in.readInt(), LONGEST)), StandardCharsets.UTF_8);
  }

  /** Refuses what nobody means, such as a length that would take all memory. */
  static int within(int number, int most) throws IOException {
    if (number < 0 || number > most) {
      throw new IOException("it sent the number " + number);
    }
    return number;
  }

  static void image(DataOutputStream out, Image image) throws IOException {
    out.writeInt(image.width());
    out.writeInt(image.height());
    out.writeInt(image.planes());
    float[] data = image.data();
    ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES);
    bytes.asFloatBuffer().put(data);
    out.write(bytes.array());
  }

  static Image image(DataInputStream in) throws IOException {
    int width = within(in.readInt(), LARGEST);
    int height = within(in.readInt(), LARGEST);
    int planes = within(in.readInt(), 3);
    long values = (long) width * height * planes;
    if (values > LARGEST) {
      throw new IOException("it sent an image of " + width + " by " + height);
    }
    byte[] bytes = new byte[(int) values * Float.BYTES];
    in.readFully(bytes);
    float[] data = new float[(int) values];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(data);
    try {
      return Image.of(width, height, planes, data);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  static void images(DataOutputStream out, Map<String, Image> images) throws IOException {
    out.writeInt(images.size());
    for (Map.Entry<String, Image> one : images.entrySet()) {
      text(out, one.getKey());
      image(out, one.getValue());
    }
  }

  static Map<String, Image> images(DataInputStream in) throws IOException {
    int count = within(in.readInt(), 100);
    Map<String, Image> images = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      images.put(text(in), image(in));
    }
    return images;
  }

  static void measurement(DataOutputStream out, Measurement one) throws IOException {
    text(out, one.name());
    Double value = one.value();
    out.writeBoolean(value != null);
    out.writeDouble(value == null ? 0 : value);
    text(out, one.reason());
  }

  static Measurement measurement(DataInputStream in) throws IOException {
    String name = text(in);
    boolean defined = in.readBoolean();
    double value = in.readDouble();
    String reason = text(in);
    try {
      return new Measurement(name, defined ? value : null, reason);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  static void measurements(DataOutputStream out, List<Measurement> all) throws IOException {
    out.writeInt(all.size());
    for (Measurement one : all) {
      measurement(out, one);
    }
  }

  static List<Measurement> measurements(DataInputStream in) throws IOException {
    int count = within(in.readInt(), MOST);
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(measurement(in));
    }
    return all;
  }

  /** Values of settings as texts, which spell them exactly. */
  static void settings(DataOutputStream out, Map<String, Object> values) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, Object> one : values.entrySet()) {
      text(out, one.getKey());
      text(out, String.valueOf(one.getValue()));
    }
  }

  static Map<String, String> settings(DataInputStream in) throws IOException {
    int count = within(in.readInt(), 1000);
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      values.put(text(in), text(in));
    }
    return values;
  }

  /** The words of a failure. */
  static String words(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return failure.getClass().getSimpleName()
        + (message == null || message.isEmpty() ? "" : ": " + message);
  }
}
