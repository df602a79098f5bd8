package org.pentimento.dataset.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.header.HeaderParser;

/**
 * Writes 8-bit PNG that is the same to the byte for the same pixels, because stored images are
 * evidence and known by their hash: one IDAT chunk, filter Up on every row, deflate level 6, no
 * other chunks.
 */
final class PngEncoder {
  private static final int LEVEL = 6;
  private static final int FILTER_UP = 2;

  private PngEncoder() {}

  static void write(Image image, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    for (int i = 0; i < HeaderParser.PNG.length(); i++) {
      data.writeByte(HeaderParser.PNG.charAt(i));
    }
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(image.width());
    fields.writeInt(image.height());
    fields.writeByte(8);
    fields.writeByte(image.planes() == 1 ? 0 : 2);
    fields.writeByte(0);
    fields.writeByte(0);
    fields.writeByte(0);
    chunk(data, "IHDR", header.toByteArray());
    chunk(data, "IDAT", compressed(image));
    chunk(data, "IEND", new byte[0]);
    data.flush();
  }

  private static byte[] compressed(Image image) throws IOException {
    int planes = image.planes();
    int width = image.width();
    int height = image.height();
    float[] values = image.data();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(LEVEL);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
      byte[] above = new byte[width * planes];
      byte[] row = new byte[width * planes];
      byte[] filtered = new byte[1 + width * planes];
      filtered[0] = FILTER_UP;
      for (int y = 0; y < height; y++) {
        for (int p = 0; p < planes; p++) {
          int from = (p * height + y) * width;
          for (int x = 0; x < width; x++) {
            row[x * planes + p] = (byte) (int) (values[from + x] * 255f + .5f);
          }
        }
        for (int i = 0; i < row.length; i++) {
          filtered[i + 1] = (byte) (row[i] - above[i]);
        }
        stream.write(filtered);
        byte[] swap = above;
        above = row;
        row = swap;
      }
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    out.writeInt(content.length);
    for (int i = 0; i < 4; i++) {
      out.writeByte(name.charAt(i));
      crc.update(name.charAt(i));
    }
    out.write(content);
    crc.update(content);
    out.writeInt((int) crc.getValue());
  }
}
