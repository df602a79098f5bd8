package org.pentimento.protocol.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.preview.Answer.Picture;

/** Questions and answers as bytes in a stream. */
final class Frames {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_LINE = 64 << 20;
  private static final int LARGEST_PICTURE = 256 << 20;

  private Frames() {}

  /** What went wrong in the other process. */
  record Problem(String message, String remedy) {}

  /** An answer, or why there is none. */
  record Reply(long id, @Nullable Answer answer, @Nullable Problem problem) {}

  static void line(OutputStream out, JsonNode node) throws IOException {
    out.write(JSON.writeValueAsBytes(node));
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

  static void write(OutputStream out, Reply reply) throws IOException {
    ObjectNode head = JsonNodeFactory.instance.objectNode().put("answer", reply.id());
    Answer answer = reply.answer();
    Problem problem = reply.problem();
    if (problem != null) {
      head.put("problem", problem.message()).put("remedy", problem.remedy());
    }
    if (answer != null) {
      head.set("data", answer.data());
      ArrayNode pictures = head.putArray("pictures");
      for (Picture picture : answer.pictures()) {
        pictures
            .addObject()
            .put("width", picture.width())
            .put("height", picture.height())
            .put("planes", picture.planes());
      }
    }
    line(out, head);
    if (answer != null) {
      for (Picture picture : answer.pictures()) {
        out.write(picture.pixels());
      }
    }
    out.flush();
  }

  /** The next reply, null at the end of the stream. */
  static @Nullable Reply reply(InputStream in) throws IOException {
    JsonNode head = line(in);
    if (head == null) {
      return null;
    }
    long id = head.path("answer").asLong(-1);
    if (head.has("problem")) {
      return new Reply(
          id, null, new Problem(head.get("problem").asText(), head.path("remedy").asText()));
    }
    List<Picture> pictures = new ArrayList<>();
    for (JsonNode p : head.path("pictures")) {
      long width = p.path("width").asLong();
      long height = p.path("height").asLong();
      long planes = p.path("planes").asLong();
      if (width < 0
          || height < 0
          || width > LARGEST_PICTURE
          || height > LARGEST_PICTURE
          || (planes != 1 && planes != 3)
          || width * height * planes > LARGEST_PICTURE) {
        throw new IOException("no picture: " + p);
      }
      byte[] pixels = in.readNBytes((int) (width * height * planes));
      if (pixels.length < width * height * planes) {
        throw new EOFException("a picture is cut off");
      }
      pictures.add(new Picture((int) width, (int) height, (int) planes, pixels));
    }
    return new Reply(id, new Answer(head.path("data"), pictures), null);
  }
}
