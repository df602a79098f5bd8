package org.pentimento.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

class DescriptorBoundsTest {
  private static Descriptor named(String name, Parameter... parameters) {
    return Descriptor.of("stamp", name, "1.0.0", "It stamps.", "Somebody (2020).", parameters);
  }

  @Test
  void takesWhatPeopleWrite() {
    assertThat(
            DescriptorBounds.broken(
                named(
                    "Stempel für Fotos, 日本 😀",
                    Parameter.number("strength", "Strength", "How much.", "px", 0.5, 0, 1))))
        .isEmpty();
  }

  @Test
  void refusesNothing() {
    assertThat(DescriptorBounds.broken(null)).contains("it gives no descriptor");
    assertThat(DescriptorBounds.broken(named(" "))).contains("its name is empty");
  }

  @ParameterizedTest
  @CsvSource({"7,U+0007", "27,U+001B", "8238,U+202E", "55296,U+D800", "56320,U+DC00", "10,U+000A"})
  void refusesWhatIsNoText(int character, String shown) {
    assertThat(DescriptorBounds.broken(named("a" + (char) character)).orElseThrow())
        .contains("its name", shown);
  }

  @Test
  void namesTheBoundOfWhatIsTooLong() {
    assertThat(DescriptorBounds.broken(named("x".repeat(101))))
        .contains("its name has 101 characters, and at most 100 are allowed");
    Parameter[] many =
        IntStream.range(0, 201)
            .mapToObj(i -> Parameter.flag("p" + i, "P", "", true))
            .toArray(Parameter[]::new);
    assertThat(DescriptorBounds.broken(named("Many", many)))
        .contains("it has 201 parameters, and at most 200 are allowed");
  }

  @Test
  void refusesParametersWithoutBounds() {
    assertThat(
            DescriptorBounds.broken(
                named("Wide", Parameter.number("n", "N", "", "", 0, 0, Double.POSITIVE_INFINITY))))
        .contains("its parameter n has no finite bounds");
    assertThat(DescriptorBounds.broken(named("Odd", Parameter.text("t", "T", "", "a\u0001"))))
        .contains("its default of its parameter t holds the character U+0001, which is no text");
  }

  @Test
  void holdsWhatIsSaidOfTheVendorToTheSameBounds() {
    Descriptor said =
        named("Stamp")
            .licensed("EPL-2.0")
            .offeredBy("Beispiel & Söhne", "https://example.org/stamp")
            .deprecated("date-stamp");
    assertThat(DescriptorBounds.broken(said)).isEmpty();
    assertThat(DescriptorBounds.broken(said.licensed("x".repeat(101))))
        .contains("its licence has 101 characters, and at most 100 are allowed");
    assertThat(DescriptorBounds.broken(said.offeredBy("a\u001b[2J", "")).orElseThrow())
        .contains("its vendor", "U+001B");
    assertThat(DescriptorBounds.broken(said.offeredBy("A", "javascript:alert(1)")).orElseThrow())
        .startsWith("its URL does not start with https://");
    assertThat(DescriptorBounds.broken(said.offeredBy("A", "https://" + "x".repeat(300))))
        .contains("its URL has 308 characters, and at most 300 are allowed");
    assertThat(DescriptorBounds.broken(said.deprecated("other\n")).orElseThrow())
        .contains("its word on what to use instead", "U+000A");
  }

  @ParameterizedTest
  @CsvSource({"dataset", "split", "size"})
  void refusesKeysOfPlansWhereTheyWouldStandBesideThem(String key) {
    Descriptor said = named("Faces", Parameter.flag(key, "Key", "A flag.", true));
    assertThat(DescriptorBounds.taken(said, new Drawn(said, true)).orElseThrow())
        .startsWith("its parameter cannot be called '" + key + "'");
    assertThat(DescriptorBounds.taken(said, new Drawn(said, false))).isEmpty();
    Descriptor other = named("Faces", Parameter.flag("count", "Count", "A flag.", true));
    assertThat(DescriptorBounds.taken(other, new Drawn(other, true))).isEmpty();
  }

  private record Drawn(Descriptor descriptor, boolean makesItsPairs) implements DatasetFormat {
    @Override
    public Optional<Recognition> recognise(Path root) {
      return Optional.empty();
    }

    @Override
    public Dataset open(@Nullable Path root, Settings settings, Progress progress) {
      throw new AssertionError("who looks at a descriptor opens no data set");
    }
  }
}
