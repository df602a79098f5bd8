package org.pentimento.audit.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.casefile.store.Blobs;

/** Images of a case as PNG blobs. */
public final class Pngs {
  private final Blobs blobs;
  private final ImageCodec codec;

  public Pngs(Blobs blobs, ImageCodec codec) {
    this.blobs = blobs;
    this.codec = codec;
  }

  /** Keeps an image; gives the SHA-256 of its PNG. */
  public String put(Image image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    codec.writePng(image, out);
    return blobs.put(out.toByteArray());
  }

  /** Reads an image back. */
  public Image get(String sha) throws IOException {
    return codec.read(blobs.path(sha));
  }
}
