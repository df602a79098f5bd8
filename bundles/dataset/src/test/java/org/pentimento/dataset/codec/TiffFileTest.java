package org.pentimento.dataset.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;

/** Depths and colours that scanners and science write: the right values, or a refusal. */
class TiffFileTest {
  /** Values of the pixels, of 255. */
  private static final int[] PIXELS = {0, 64, 128, 255, 16, 32, 200, 100};

  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int CMYK = 5;
  private static final int COMPRESSION = 259;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PROFILE = 34675;

  private final Path folder;

  TiffFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** One row in one strip, little endian. */
  private static byte[] tiff(
      byte[] data, int bits, int photometric, int samples, Map<Integer, Integer> more) {
    TreeMap<Integer, Integer> tags =
        new TreeMap<>(
            Map.of(
                256,
                PIXELS.length,
                257,
                1,
                COMPRESSION,
                1,
                262,
                photometric,
                273,
                8,
                277,
                samples,
                278,
                1,
                279,
                data.length));
    tags.putAll(more);
    int even = data.length + data.length % 2;
    ByteBuffer out = ByteBuffer.allocate(8 + even + 2 * samples + 2 + 12 * (tags.size() + 1) + 4);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {'I', 'I', '*', 0}).putInt(8 + even + 2 * samples).put(data);
    out.position(8 + even);
    for (int i = 0; i < samples; i++) {
      out.putShort((short) bits);
    }
    out.putShort((short) (tags.size() + 1));
    tags.put(258, samples == 1 ? bits : 8 + even);
    tags.forEach(
        (tag, value) -> {
          boolean depth = tag == 258;
          out.putShort((short) (int) tag).putShort((short) (depth ? 3 : tag == PROFILE ? 7 : 4));
          out.putInt(depth ? samples : tag == PROFILE ? 40 : 1).putInt(value);
        });
    return out.array();
  }

  /** Samples one after the other without gaps; of whole bytes with the lowest first. */
  private static byte[] packed(long[] values, int bits) {
    if (bits % 8 == 0) {
      ByteBuffer out = ByteBuffer.allocate(values.length * bits / 8);
      for (long value : values) {
        for (int i = 0; i < bits / 8; i++) {
          out.put((byte) (value >> 8 * i));
        }
      }
      return out.array();
    }
    BigInteger all = BigInteger.ZERO;
    for (long value : values) {
      all = all.shiftLeft(bits).or(BigInteger.valueOf(value));
    }
    int rest = (8 - values.length * bits % 8) % 8;
    byte[] bytes = all.shiftLeft(rest).toByteArray();
    byte[] out = new byte[(values.length * bits + 7) / 8];
    int length = Math.min(out.length, bytes.length);
    System.arraycopy(bytes, bytes.length - length, out, out.length - length, length);
    return out;
  }

  private Image read(byte[] tiff) throws IOException {
    return new FileImageCodec().read(Files.write(folder.resolve("scan.tif"), tiff));
  }

  private void assertRightOrRefused(byte[] tiff, int bits, int planes) throws IOException {
    Image image;
    try {
      image = read(tiff);
    } catch (BadInputException e) {
      assertThat(e).hasMessageContaining("scan.tif").hasMessageContaining(bits + " bits");
      return;
    }
    assertThat(image.planes()).isEqualTo(planes);
    for (int p = 0; p < planes; p++) {
      for (int x = 0; x < PIXELS.length; x++) {
        // The values were cut to whole ones of that depth.
        assertThat((double) image.get(p, x, 0))
            .as("plane %d, pixel %d", p, x)
            .isCloseTo(PIXELS[x] / 255.0 / (1 + p), within(2.01 / ((1L << bits) - 1) + 1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "10", "12", "14", "16", "24", "32"})
  void greyOfAnyDepth(int bits) throws IOException {
    long full = (1L << bits) - 1;
    long[] black = new long[PIXELS.length];
    long[] white = new long[PIXELS.length];
    for (int i = 0; i < PIXELS.length; i++) {
      black[i] = PIXELS[i] * full / 255;
      white[i] = full - black[i];
    }
    assertRightOrRefused(tiff(packed(black, bits), bits, BLACK_IS_ZERO, 1, Map.of()), bits, 1);
    assertRightOrRefused(tiff(packed(white, bits), bits, WHITE_IS_ZERO, 1, Map.of()), bits, 1);
    long[] colour = new long[3 * PIXELS.length];
    for (int i = 0; i < colour.length; i++) {
      colour[i] = (long) (PIXELS[i / 3] * (double) full / 255 / (1 + i % 3));
    }
    assertRightOrRefused(tiff(packed(colour, bits), bits, RGB, 3, Map.of()), bits, 3);
  }

  /** What is common is read, not refused. */
  @ParameterizedTest
  @CsvSource({"8, 0", "8, 1", "16, 0", "16, 1", "32, 1", "12, 1"})
  void commonDepthsAreRead(int bits, int photometric) throws IOException {
    long[] values = new long[PIXELS.length];
    assertThat(read(tiff(packed(values, bits), bits, photometric, 1, Map.of())).get(0, 0, 0))
        .isEqualTo(photometric == WHITE_IS_ZERO ? 1f : 0f);
  }

  @ParameterizedTest
  @CsvSource({"8", "16"})
  void cmykWithoutAProfile(int bits) throws IOException {
    long[] values = new long[4 * PIXELS.length];
    for (int i = 0; i < PIXELS.length; i++) {
      for (int k = 0; k < 3; k++) {
        values[4 * i + k] = (255 - PIXELS[i] / (1 + k)) * (bits == 8 ? 1L : 257L);
      }
    }
    assertRightOrRefused(tiff(packed(values, bits), bits, CMYK, 4, Map.of()), 8, 3);
    assertThat(read(tiff(packed(values, bits), bits, CMYK, 4, Map.of())).planes()).isEqualTo(3);
  }

  private static byte[] floats(float scale) {
    ByteBuffer data = ByteBuffer.allocate(4 * PIXELS.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int pixel : PIXELS) {
      data.putFloat(pixel / 255f * scale);
    }
    return data.array();
  }

  @Test
  void floatingPointFromBlackToWhite() throws IOException {
    Image image = read(tiff(floats(1), 32, BLACK_IS_ZERO, 1, Map.of(SAMPLE_FORMAT, 3)));
    assertThat(image.get(0, 1, 0)).isEqualTo(64 / 255f);
    Image inverse = read(tiff(floats(1), 32, WHITE_IS_ZERO, 1, Map.of(SAMPLE_FORMAT, 3)));
    assertThat(inverse.get(0, 1, 0)).isEqualTo(1 - 64 / 255f);
  }

  @ParameterizedTest
  @CsvSource({"255", "-1", "NaN", "1.1"})
  void floatingPointOfAnotherRangeIsRefused(float scale) {
    assertThatThrownBy(
            () -> read(tiff(floats(scale), 32, BLACK_IS_ZERO, 1, Map.of(SAMPLE_FORMAT, 3))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("floating-point value");
  }

  @Test
  void signedValuesAreRefused() {
    assertThatThrownBy(() -> read(tiff(new byte[8], 8, BLACK_IS_ZERO, 1, Map.of(SAMPLE_FORMAT, 2))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("signed");
  }

  /** The 40 bytes from the file's start are no colour profile. */
  @Test
  void aDamagedProfileIsNoMissingPicture() throws IOException {
    long[] values = new long[3 * PIXELS.length];
    values[3] = 255;
    Image image = read(tiff(packed(values, 8), 8, RGB, 3, Map.of(PROFILE, 0)));
    assertThat(image.get(0, 1, 0)).isEqualTo(1f);
  }

  @Test
  void damageOfThePackedDataIsNamedAndNoFaultOfTheDisk() {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    deflater.finish();
    byte[] zip = new byte[100];
    int length = deflater.deflate(zip);
    deflater.end();
    zip[length - 1] ^= 1;
    ByteArrayOutputStream lzw = new ByteArrayOutputStream();
    lzw.writeBytes(new byte[] {(byte) 0x80, 0x0b, -1, -1, -1, -1});
    for (int i = 0; i < 200; i++) {
      lzw.write(i);
    }
    for (Map.Entry<byte[], Integer> data :
        Map.of(java.util.Arrays.copyOf(zip, length), 8, lzw.toByteArray(), 5).entrySet()) {
      assertThatThrownBy(
              () ->
                  read(
                      tiff(
                          data.getKey(),
                          8,
                          BLACK_IS_ZERO,
                          1,
                          Map.of(COMPRESSION, data.getValue()))))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("scan.tif");
    }
  }
}
