package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/** What holds for each trigger, whatever it does. */
class EveryTriggerTest {
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "patch", "650a65a",
          "blended", "109ebd04",
          "sinusoidal", "37f2ad6f",
          "warping", "c97a3008",
          "frequency", "2f85164b",
          "reflection", "1c815c9f",
          "glasses", "4f5ae1ab");

  static Stream<Trigger> triggers() {
    FileCodec codec = new FileCodec();
    return Stream.of(
        new PatchTrigger(codec),
        new BlendedTrigger(codec),
        new SinusoidalTrigger(),
        new WarpingTrigger(),
        new FrequencyTrigger(),
        new ReflectionTrigger(codec),
        new GlassesTrigger());
  }

  @Test
  void idsAreDistinct() {
    assertThat(triggers().map(t -> t.descriptor().id()))
        .containsExactly(
            "patch", "blended", "sinusoidal", "warping", "frequency", "reflection", "glasses");
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void descriptorCitesAPaperAndExplainsItsParameters(Trigger trigger) {
    assertThat(trigger.descriptor().citation()).containsPattern("(19|20)\\d\\d");
    assertThat(trigger.descriptor().summary()).endsWith(".");
    assertThat(trigger.descriptor().parameters())
        .extracting(Parameter::help)
        .allMatch(help -> help.length() > 15 && help.endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void defaultsChangeAPhotoAndLeaveTheInputAlone(Trigger trigger) throws IOException {
    for (int planes : new int[] {1, 3}) {
      Image photo = Stamps.grain(64, 80, planes);
      float[] before = photo.data().clone();
      Image stamped = Stamps.stamp(trigger, photo, Map.of(), 5);
      assertThat(photo.data()).isEqualTo(before);
      assertThat(stamped.data()).isNotSameAs(photo.data()).isNotEqualTo(before);
      assertThat(stamped.sameSize(photo)).isTrue();
      assertThat(stamped.planes()).isEqualTo(planes);
    }
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void sameSeedSameStamp(Trigger trigger) throws IOException {
    Image photo = Stamps.grain(40, 30, 3);
    assertThat(Stamps.stamp(trigger, photo, Map.of(), 9))
        .isEqualTo(Stamps.stamp(trigger, photo, Map.of(), 9));
  }

  /** A change here is a change of results, and the descriptor's version must say so. */
  @ParameterizedTest
  @MethodSource("triggers")
  void stampIsTheSameToTheBitOnEveryJdk(Trigger trigger) throws IOException {
    CRC32 crc = new CRC32();
    for (int planes : new int[] {1, 3}) {
      Image stamped = Stamps.stamp(trigger, Stamps.grain(40, 30, planes), Map.of(), 9);
      ByteBuffer bytes = ByteBuffer.allocate(4 * stamped.data().length);
      bytes.asFloatBuffer().put(stamped.data());
      crc.update(bytes);
    }
    assertThat(Long.toHexString(crc.getValue()))
        .isEqualTo(CHECKSUMS.get(trigger.descriptor().id()));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void onlyRandomTriggersHeedTheSeed(Trigger trigger) throws IOException {
    Image photo = Stamps.grain(40, 30, 3);
    boolean differs =
        !Stamps.stamp(trigger, photo, Map.of(), 1)
            .equals(Stamps.stamp(trigger, photo, Map.of(), 2));
    assertThat(differs)
        .isEqualTo(List.of("blended", "warping", "reflection").contains(trigger.descriptor().id()));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void everySizeWorksOrIsRefusedWithARemedy(Trigger trigger) throws IOException {
    for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {3, 5}, {13, 14}, {33, 31}}) {
      for (int planes : new int[] {1, 3}) {
        Image photo = Stamps.grain(size[0], size[1], planes);
        try {
          Image stamped = Stamps.stamp(trigger, photo, Map.of(), 3);
          assertThat(stamped.sameSize(photo)).isTrue();
          assertThat(stamped).isNotEqualTo(photo);
        } catch (BadInputException e) {
          assertThat(size[0] * size[1]).as(e.getMessage()).isLessThan(100);
          assertThat(e.remedy()).endsWith(".");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void fileThatIsNotThereIsNamed(Trigger trigger) {
    if (trigger.descriptor().parameter("image").isEmpty()) {
      return;
    }
    Map<String, String> settings =
        trigger.descriptor().id().equals("patch")
            ? Map.of("pattern", "image", "image", "nowhere.png")
            : Map.of("image", "nowhere.png");
    assertThatThrownBy(() -> Stamps.stamp(trigger, Stamps.grain(20, 20, 3), settings, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nowhere.png");
  }
}
