package org.pentimento.model.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.engine.Engine;
import org.pentimento.engine.tensor.Tensor;

/**
 * Every kind of layer that is taken draws what NumPy works out for it; every other is refused by
 * the layer's name. See make-keras-layers.py.
 */
class KerasLayersTest {
  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Engine.start();
  }

  private static Map<String, byte[]> files() {
    if (FILES.isEmpty()) {
      try (InputStream in =
              Objects.requireNonNull(
                  KerasLayersTest.class.getResourceAsStream(
                      "/org/pentimento/model/keras-layers.zip"));
          ZipInputStream zip = new ZipInputStream(in)) {
        for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
          FILES.put(e.getName(), zip.readAllBytes());
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return FILES;
  }

  static Stream<String> drawn() {
    return files().keySet().stream()
        .filter(f -> f.endsWith(".csv"))
        .map(f -> f.replace(".csv", ""));
  }

  static Stream<String> refused() {
    return files().keySet().stream()
        .filter(f -> f.startsWith("refused"))
        .map(f -> f.replace(".h5", ""));
  }

  private OpenedNetwork open(String name) throws IOException {
    byte[] content = Objects.requireNonNull(files().get(name + ".h5"));
    return KerasFile.open(Files.write(folder.resolve(name + ".h5"), content));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void drawsAsKerasDoes(String name) throws IOException {
    String[] lines =
        new String(Objects.requireNonNull(files().get(name + ".csv")), StandardCharsets.UTF_8)
            .split("\n");
    int[] sides = Arrays.stream(lines[0].split(" ")).mapToInt(Integer::parseInt).toArray();
    float[] numbers = new float[lines.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(lines[i + 1]);
    }
    int pixels = sides[0] * sides[1] * sides[2];
    Tensor photo =
        Tensor.of(List.of(1, sides[0], sides[1], sides[2]), Arrays.copyOf(numbers, pixels));

    try (OpenedNetwork network = open(name)) {
      Tensor sketch = network.run(photo, network.ports().outputs().get(0).name());

      assertThat(sketch.shape()).containsExactly(1, sides[3], sides[4], sides[5]);
      float[] wanted = Arrays.copyOfRange(numbers, pixels, numbers.length);
      for (int i = 0; i < wanted.length; i++) {
        assertThat(Math.abs(sketch.values()[i] - wanted[i])).as("value %d", i).isLessThan(2e-5f);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesByTheLayersName(String name) {
    String layer = name.equals("refused-twice") ? "seq" : "x";
    assertThatThrownBy(() -> open(name))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its layer " + layer);
  }
}
