package org.pentimento.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;

class TensorFileTest {
  private final Path file;

  TensorFileTest(@TempDir Path folder) {
    this.file = folder.resolve("a.safetensors");
  }

  private static byte[] bytes(long headerLength, String header, int data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerLength)
        .put(text)
        .array();
  }

  private void assertRefused(byte[] content) throws Exception {
    Files.write(file, content);
    assertThatThrownBy(() -> TensorFile.open(file).close())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void readsWhatWasWritten() throws Exception {
    float[] many = new float[300_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i / 7f;
    }
    Tensor large = Tensor.of(List.of(3, 100_000), many);
    TensorWriter.write(
        file,
        Map.of("who", "me"),
        Map.of("b", Tensor.of(List.of(), new float[] {-0f}), "a", large));
    try (TensorFile read = TensorFile.open(file)) {
      assertThat(read.metadata()).isEqualTo(Map.of("who", "me"));
      assertThat(read.entries()).containsOnlyKeys("a", "b");
      assertThat(read.read("a", List.of(3, 100_000))).isEqualTo(large);
      assertThat(read.read("b", List.of()).values()).containsExactly(-0f);
    }
    assertThat(file.resolveSibling("a.safetensors.part")).doesNotExist();
  }

  @Test
  void headerIsAligned() throws Exception {
    TensorWriter.write(file, Map.of(), Map.of("abc", Tensor.vector(1)));
    long length =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(length % 8).isZero();
    assertThat(Files.size(file)).isEqualTo(8 + length + 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1, 3, 1L << 31, 17L << 20})
  void refusesImpossibleHeaderLengths(long length) throws Exception {
    assertRefused(bytes(length, "{}", 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | 0
          {"a":7} | 0
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} x | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 5
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 3
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}} | 4
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}} | 4
          {"a":{"shape":[1],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[1]}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}} | 4
          {"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[4294967296],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[2147483647,2147483647,4],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[9223372036854775804,9223372036854775807]}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8
          {"__metadata__":{"a":1}} | 0
          {"__metadata__":[]} | 0
          """)
  void refusesHostileHeaders(String header, int data) throws Exception {
    assertRefused(bytes(header.length(), header, data));
  }

  @Test
  void refusesTensorsOfAnotherKind() throws Exception {
    TensorWriter.write(file, Map.of(), Map.of("a", Tensor.vector(1, Float.NaN)));
    try (TensorFile read = TensorFile.open(file)) {
      assertThatThrownBy(() -> read.read("a", List.of(2)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("finite");
      assertThatThrownBy(() -> read.read("a", List.of(1, 2))).isInstanceOf(BadInputException.class);
      assertThatThrownBy(() -> read.read("b", List.of(2))).isInstanceOf(BadInputException.class);
    }
  }

  /** Whatever is done to a file, it is read in full or refused, and nothing else happens. */
  @Test
  void survivesChangedBytes() throws Exception {
    TensorWriter.write(
        file, Map.of("k", "v"), Map.of("a", Tensor.vector(1, 2), "b", Tensor.vector(3)));
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(4);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] bad =
          java.util.Arrays.copyOf(
              good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
      for (int k = 0; bad.length > 0 && k < 1 + random.nextInt(3); k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bad);
      try (TensorFile read = TensorFile.open(file)) {
        assertThat(read.entries().size()).isLessThan(4);
      } catch (BadInputException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
