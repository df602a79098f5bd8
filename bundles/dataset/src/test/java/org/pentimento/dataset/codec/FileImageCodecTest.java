package org.pentimento.dataset.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.header.ImageFile;
import org.pentimento.dataset.codec.header.ImageHeader;

class FileImageCodecTest {
  private final FileImageCodec codec = new FileImageCodec();

  private final Path folder;

  FileImageCodecTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Image read(byte[] content) throws IOException {
    return codec.read(file("picture.dat", content));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage picture(int type, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLUE);
    g.fillRect(0, 0, width / 2, height / 2);
    g.dispose();
    for (int i = 0; i < Math.min(width, height); i++) {
      image.setRGB(i, i, 0xff00ff00);
    }
    return image;
  }

  private static byte[] grey(int value) throws IOException {
    BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = new int[63];
    Arrays.fill(samples, value);
    image.getRaster().setSamples(0, 0, 9, 7, 0, samples);
    return encoded(image, "png");
  }

  @Test
  void writesTheSameBytesAndReadsThemBack() throws IOException {
    float[] data = new float[7 * 5 * 3];
    for (int i = 0; i < data.length; i++) {
      data[i] = i * 2 / 255f;
    }
    Image image = Image.of(7, 5, 3, data);
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    codec.writePng(image, one);
    codec.writePng(image, two);
    assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
    assertThat(read(one.toByteArray())).isEqualTo(image);
    ByteArrayOutputStream grey = new ByteArrayOutputStream();
    codec.writePng(Image.constant(3, 2, 1, 128 / 255f), grey);
    assertThat(read(grey.toByteArray())).isEqualTo(Image.constant(3, 2, 1, 128 / 255f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void readsColourExactlyWhateverTheName(String format) throws IOException {
    Image image = read(encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 20, 10), format));
    assertThat(image.planes()).isEqualTo(3);
    assertThat(image.width()).isEqualTo(20);
    assertThat(image.get(2, 4, 1)).isEqualTo(1f);
    assertThat(image.get(0, 4, 1)).isEqualTo(0f);
    assertThat(image.get(0, 15, 8)).isEqualTo(1f);
    assertThat(image.get(1, 3, 3)).isEqualTo(1f);
  }

  @Test
  void takesGreyValuesAsTheyAreStored() throws IOException {
    Image image = read(grey(100));
    assertThat(image).isEqualTo(Image.constant(9, 7, 1, 100 / 255f));
  }

  @Test
  void keepsThreePlanesForColourJpegWithEqualChannels() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
    assertThat(read(encoded(image, "jpg")).planes()).isEqualTo(3);
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    assertThat(read(encoded(grey, "jpg")).planes()).isEqualTo(1);
  }

  @Test
  void readsGifPaletteGreyAsOnePlane() throws IOException {
    BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
    grey.setRGB(2, 2, 0xffffffff);
    Image image = read(encoded(grey, "gif"));
    assertThat(image.planes()).isEqualTo(1);
    assertThat(image.get(0, 2, 2)).isEqualTo(1f);
    assertThat(image.get(0, 3, 3)).isEqualTo(0f);
  }

  @Test
  void scales16Bits() throws IOException {
    BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(1, 2, 0, 12_345);
    Image read = read(encoded(image, "png"));
    assertThat(read.planes()).isEqualTo(1);
    assertThat(read.get(0, 1, 2)).isEqualTo(12_345 / 65_535f);
  }

  @Test
  void laysTransparencyOverWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, 0x00ff0000);
    image.setRGB(1, 0, 0x80000000);
    Image read = read(encoded(image, "png"));
    assertThat(read.get(0, 0, 0)).isEqualTo(1f);
    assertThat(read.get(1, 0, 0)).isEqualTo(1f);
    assertThat(read.get(1, 1, 0)).isEqualTo(1f - 128 / 255f, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"0, 255, 0, 0", "2, 179, 171, 0"})
  void readsCmykAndYcckJpegOfAdobe(int transform, int first, int second, int third)
      throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 32, 32, 4, null);
    for (int i = 0; i < 32 * 32; i++) {
      raster.setPixel(i % 32, i / 32, new int[] {first, second, third, 255});
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    byte[] jpeg = out.toByteArray();
    ByteBuffer adobe = ByteBuffer.allocate(jpeg.length + 16);
    adobe.put(jpeg, 0, 2).put(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14});
    adobe.put("Adobe".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {0, 100, 0, 0, 0, 0});
    adobe.put((byte) transform).put(jpeg, 2, jpeg.length - 2);
    Image image = read(adobe.array());
    assertThat(image.planes()).isEqualTo(3);
    assertThat(image.get(0, 9, 9)).isGreaterThan(.7f);
    assertThat(image.get(1, 9, 9)).isLessThan(.3f);
    assertThat(image.get(2, 9, 9)).isLessThan(.3f);
  }

  @Test
  void turnsJpegAsExifSays() throws IOException {
    byte[] plain = encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 32, 16), "jpg");
    Image lying = read(plain);
    Image upright = read(withOrientation(plain, 6));
    assertThat(upright.width()).isEqualTo(16);
    assertThat(upright.height()).isEqualTo(32);
    assertThat(upright.get(2, 12, 3)).isEqualTo(lying.get(2, 3, 3));
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 16; x++) {
        assertThat(upright.get(0, x, y)).isEqualTo(lying.get(0, y, 15 - x));
      }
    }
    ImageHeader header = ImageFile.header(file("turned.jpg", withOrientation(plain, 6)));
    assertThat(header.width()).isEqualTo(16);
    assertThat(header.height()).isEqualTo(32);
  }

  /** The profile, or its number in the row of its parts, is damaged. */
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "200, 1, 1", "200, 1, 2", "600, 1, 2", "600, 0, 0", "600, 1, 1"})
  void aDamagedProfileIsNoMissingPicture(int length, int number, int of) throws IOException {
    byte[] plain = encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 32, 16), "jpg");
    byte[] profile = Arrays.copyOf(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), length);
    ByteBuffer out = ByteBuffer.allocate(plain.length + 18 + length);
    out.put(plain, 0, 2).put(new byte[] {(byte) 0xff, (byte) 0xe2});
    out.putShort((short) (16 + length));
    out.put("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
    out.put((byte) number).put((byte) of).put(profile).put(plain, 2, plain.length - 2);

    assertThat(read(out.array())).isEqualTo(read(plain));
  }

  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
    out.put(jpeg, 0, 2);
    out.put(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34});
    out.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    out.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    out.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
    out.putShort((short) orientation).putShort((short) 0).putInt(0);
    out.put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  @Test
  void everyOrientationIsItsOwnInverseOrPair() {
    Image image = Image.of(3, 2, 1, new float[] {.1f, .2f, .3f, .4f, .5f, .6f});
    int[] inverse = {1, 2, 3, 4, 5, 8, 7, 6};
    for (int o = 1; o <= 8; o++) {
      assertThat(Upright.turn(Upright.turn(image, o), inverse[o - 1])).isEqualTo(image);
    }
    assertThat(Upright.turn(image, 6).data()).containsExactly(.4f, .1f, .5f, .2f, .6f, .3f);
    assertThat(Upright.turn(image, 2).data()).containsExactly(.3f, .2f, .1f, .6f, .5f, .4f);
  }

  @ParameterizedTest
  @CsvSource({
    "'P5 2 1 130\nA\u0082', 1, .5, 1",
    "'P2\n# by hand\n2 1\n4\n1 4', 1, .25, 1",
    "'P3 2 1 10  1 2 3  10 5 0', 3, .1, 1"
  })
  void readsPnm(String text, int planes, float first, float second) throws IOException {
    Image image = read(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(image.planes()).isEqualTo(planes);
    assertThat(image.get(0, 0, 0)).isEqualTo(first);
    assertThat(image.get(0, 1, 0)).isEqualTo(second);
  }

  @Test
  void reads16BitPpm() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("P6 1 1 65535\n".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {1, 0, 0, 1, (byte) 0xff, (byte) 0xff});
    Image image = read(out.toByteArray());
    assertThat(image.data()).containsExactly(256 / 65_535f, 1 / 65_535f, 1f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff", "ppm"})
  void neverReadsHalfAPicture(String format) throws IOException {
    byte[] whole =
        format.equals("ppm")
            ? ("P6 8 8 255\n" + "x".repeat(192)).getBytes(StandardCharsets.US_ASCII)
            : encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 40, 30), format);
    Image expected = read(whole);
    for (int length = 0; length < whole.length; length += 1 + whole.length / 150) {
      byte[] part = Arrays.copyOf(whole, length);
      try {
        assertThat(read(part))
            .as("%s cut to %d of %d", format, length, whole.length)
            .isEqualTo(expected);
      } catch (BadInputException e) {
        assertThat(e).hasMessageContaining("picture.dat");
        assertThat(e.remedy()).isNotBlank();
      }
    }
  }

  @Test
  void refusesJpegWhoseDataAreCutBeforeItsEnd() throws IOException {
    byte[] whole = encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 400, 300), "jpg");
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;
    assertThatThrownBy(() -> read(cut)).isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "P5 70000 2 255, 30000",
    "P5 20000 20000 255, 64 million",
    "P6 99999999999 1 255, 30000",
    "P5 0 5 255, no pixels"
  })
  void refusesBombsByTheirHeader(String header, String limit) throws IOException {
    Path bomb = file("bomb.pgm", (header + "\n").getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> codec.read(bomb))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bomb.pgm")
        .hasMessageContaining(limit);
    assertThatThrownBy(() -> ImageFile.header(bomb)).isInstanceOf(BadInputException.class);
  }

  @Test
  void refusesPngBomb() throws IOException {
    byte[] png = grey(1);
    ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
    assertThatThrownBy(() -> read(png)).hasMessageContaining("50000x50000");
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("hello world".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not an image");
    assertThatThrownBy(() -> codec.read(folder.resolve("gone.png")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not there");
    assertThatThrownBy(() -> codec.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void damageNeverEscapesAsAnythingButBadInput(String format) throws IOException {
    byte[] whole = encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 24, 18), format);
    java.util.SplittableRandom random = new java.util.SplittableRandom(1);
    int refused = 0;
    for (int i = 0; i < 120; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt(256);
      }
      try {
        read(damaged);
      } catch (BadInputException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void readsOnePixel() throws IOException {
    assertThat(read(encoded(picture(BufferedImage.TYPE_3BYTE_BGR, 1, 1), "jpg")).width())
        .isEqualTo(1);
    assertThat(read("P5 1 1 255\nA".getBytes(StandardCharsets.US_ASCII)).data())
        .containsExactly(65 / 255f);
  }
}
