package org.pentimento.protocol.preview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.Question;

/**
 * Questions and answers as bytes in a stream: a line of JSON each, and after that of an answer the
 * pixels of its pictures. Within an answer a picture is its place among them.
 */
final class Frames {
  private static final String PICTURES = "pictures";
  private static final ObjectMapper JSON =
      WireJson.with(
          new SimpleModule()
              .addSerializer(Picture.class, new PictureWriter())
              .addDeserializer(Picture.class, new PictureReader()));
  private static final int LONGEST_LINE = 64 << 20;
  private static final int LARGEST_PICTURE = 256 << 20;
  private static final int MOST_PICTURES = 10_000;

  private Frames() {}

  /**
   * A question under way.
   *
   * @param id unique among those of a process
   */
  record Asked(long id, Question<?> question) {}

  /**
   * Says that nobody waits for an answer any more.
   *
   * @param cancel id of the question
   */
  record GivenUp(long cancel) {}

  /** Why there is no answer. */
  record Problem(String message, String remedy) {}

  /** What is said of a picture before its pixels come. */
  record PictureSize(long width, long height, long planes) {}

  /**
   * The line of an answer.
   *
   * @param answer id of the question
   * @param problem why there is no answer; null if there is one
   * @param data the answer; null if there is none
   * @param pictures whose pixels follow
   */
  record Head(
      long answer, @Nullable Problem problem, @Nullable JsonNode data, List<PictureSize> pictures) {
    /** Refuses an answer that does not say how many pictures follow. */
    Head {
      pictures = List.copyOf(pictures);
    }
  }

  /** An answer that has arrived. */
  record Reply(Head head, List<Picture> pictures) {
    /**
     * The answer.
     *
     * @throws IOException if it is none of this type
     */
    <A> A answer(Class<A> type) throws IOException {
      A answer =
          JSON.reader().withAttribute(PICTURES, pictures).forType(type).readValue(head.data());
      if (answer == null) {
        throw new IOException("an answer is empty");
      }
      return answer;
    }
  }

  private static final class PictureWriter extends JsonSerializer<Picture> {
    @Override
    @SuppressWarnings("unchecked")
    public void serialize(Picture value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      List<Picture> pictures = (List<Picture>) provider.getAttribute(PICTURES);
      out.writeNumber(pictures.size());
      pictures.add(value);
    }
  }

  private static final class PictureReader extends JsonDeserializer<Picture> {
    @Override
    @SuppressWarnings("unchecked")
    public Picture deserialize(JsonParser in, DeserializationContext context) throws IOException {
      List<Picture> pictures = (List<Picture>) context.getAttribute(PICTURES);
      int place = in.getIntValue();
      if (place < 0 || place >= pictures.size()) {
        return context.reportInputMismatch(Picture.class, "there is no picture %d", place);
      }
      return pictures.get(place);
    }
  }

  /** Writes a line. */
  static void line(OutputStream out, Object record) throws IOException {
    out.write(WireJson.line(record).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** The next line as JSON, null at the end of the stream. */
  static @Nullable JsonNode line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (bytes.size() == LONGEST_LINE) {
        throw new IOException("a line has no end");
      }
      bytes.write(b);
    }
    try {
      return JSON.readTree(bytes.toByteArray());
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON: " + bytes.toString(StandardCharsets.UTF_8), e);
    }
  }

  /** Writes an answer. */
  static void write(OutputStream out, long id, Object answer) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    String data = JSON.writer().withAttribute(PICTURES, pictures).writeValueAsString(answer);
    List<PictureSize> sizes =
        pictures.stream().map(p -> new PictureSize(p.width(), p.height(), p.planes())).toList();
    line(out, new Head(id, null, JSON.readTree(data), sizes));
    for (Picture picture : pictures) {
      out.write(picture.pixels());
    }
    out.flush();
  }

  /** Writes why there is no answer. */
  static void write(OutputStream out, long id, Problem problem) throws IOException {
    line(out, new Head(id, problem, null, List.of()));
    out.flush();
  }

  /** The next reply, null at the end of the stream. */
  static @Nullable Reply reply(InputStream in) throws IOException {
    JsonNode line = line(in);
    if (line == null) {
      return null;
    }
    if (!line.isObject()) {
      throw new IOException("no answer: " + line);
    }
    Head head = JSON.treeToValue(line, Head.class);
    if (head.pictures().size() > MOST_PICTURES) {
      throw new IOException("too many pictures: " + head.pictures().size());
    }
    List<Picture> pictures = new ArrayList<>();
    for (PictureSize size : head.pictures()) {
      pictures.add(picture(size, in));
    }
    return new Reply(head, pictures);
  }

  private static Picture picture(PictureSize size, InputStream in) throws IOException {
    long width = size.width();
    long height = size.height();
    long planes = size.planes();
    if (width < 0
        || height < 0
        || width > LARGEST_PICTURE
        || height > LARGEST_PICTURE
        || (planes != 1 && planes != 3)
        || width * height * planes > LARGEST_PICTURE) {
      throw new IOException("no picture: " + size);
    }
    byte[] pixels = in.readNBytes((int) (width * height * planes));
    if (pixels.length < width * height * planes) {
      throw new EOFException("a picture is cut off");
    }
    return new Picture((int) width, (int) height, (int) planes, pixels);
  }
}
