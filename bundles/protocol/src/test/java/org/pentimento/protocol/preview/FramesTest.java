package org.pentimento.protocol.preview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.protocol.Samples;
import org.pentimento.protocol.preview.Frames.Reply;
import org.pentimento.protocol.question.ImportQuestion.TriedModel;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.pentimento.protocol.question.Question;

class FramesTest {
  static Stream<Class<?>> answers() {
    return Samples.records(Question.class).stream()
        .<Class<?>>map(type -> ((Question<?>) Samples.of(type)).answerType())
        .distinct();
  }

  private static byte[] bytes(Object answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, 3, answer);
    return out.toByteArray();
  }

  private static Reply reply(byte[] bytes) throws IOException {
    return requireNonNull(Frames.reply(new ByteArrayInputStream(bytes)));
  }

  private static Reply reply(String line) throws IOException {
    return reply((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersComeBackAsTheyWere(Class<?> type) throws IOException {
    byte[] sent = bytes(Samples.of(type));
    Reply reply = reply(sent);
    assertThat(reply.head().answer()).isEqualTo(3);
    assertThat(bytes(reply.answer(type))).isEqualTo(sent);
  }

  @Test
  void picturesKeepTheirPlaces() throws IOException {
    Picture photo = new Picture(1, 1, 3, new byte[] {1, 2, 3});
    Picture sketch = new Picture(2, 1, 1, new byte[] {'\n', 5});
    PairPictures read = reply(bytes(new PairPictures(photo, sketch))).answer(PairPictures.class);
    assertThat(read.photo().pixels()).containsExactly(1, 2, 3);
    assertThat(read.sketch().pixels()).containsExactly('\n', 5);
    assertThat(read.sketch().width()).isEqualTo(2);
  }

  @Test
  void refusesPicturesThatAreNoneOrTooLarge() {
    assertThatThrownBy(
            () ->
                reply(
                    "{\"answer\":1,\"data\":{},\"pictures\":[{\"width\":100000,\"height\":100000,"
                        + "\"planes\":3}]}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no picture");
    assertThatThrownBy(
            () ->
                reply(
                    "{\"answer\":1,\"data\":{},\"pictures\":[{\"width\":2,\"height\":2,"
                        + "\"planes\":1}]}"))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void refusesWhatIsNoAnswer() {
    for (String line : new String[] {"null", "7", "{}", "{\"answer\":1,\"data\":{}}"}) {
      assertThatThrownBy(() -> reply(line)).as(line).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesAnAnswerOfAnotherKind() throws IOException {
    Reply reply = reply("{\"answer\":1,\"data\":{\"photo\":0,\"sketch\":4},\"pictures\":[]}");
    assertThatThrownBy(() -> reply.answer(TriedModel.class)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> reply.answer(PairPictures.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no picture");
  }
}
