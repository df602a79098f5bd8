package org.pentimento.audit.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;

/** Writes sizes and plain bytes: all that these tests need of a codec. */
final class PlainCodec implements ImageCodec {
  @Override
  public Image read(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      int width = in.readInt();
      int height = in.readInt();
      int planes = in.readInt();
      float[] data = new float[width * height * planes];
      for (int i = 0; i < data.length; i++) {
        data[i] = in.readUnsignedByte() / 255f;
      }
      return Image.of(width, height, planes, data);
    }
  }

  @Override
  public void writePng(Image image, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(image.width());
    data.writeInt(image.height());
    data.writeInt(image.planes());
    for (float v : image.data()) {
      data.writeByte(Math.round(v * 255));
    }
  }
}
