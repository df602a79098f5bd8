package org.pentimento.audit.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.Parallel;
import org.pentimento.casefile.store.Blobs;

/** Images of a case as PNG blobs. */
public final class Pngs {
  /** Images that are kept at a time: their threads wait for the disk more than they compute. */
  private static final int WRITERS = 4;

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

  /** Keeps images; gives the SHA-256 of each. */
  public List<String> putAll(List<Image> images) throws IOException, CancelledException {
    List<Callable<String>> tasks = new ArrayList<>();
    for (Image image : images) {
      tasks.add(() -> put(image));
    }
    return Parallel.all(tasks, WRITERS, Progress.NONE);
  }

  /** Reads an image back. */
  public Image get(String sha) throws IOException {
    return codec.read(blobs.path(sha));
  }
}
