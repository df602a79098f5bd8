package org.pentimento.workbench.picture;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;

/** Decodes PNG files of a reasonable size; a hostile file cannot claim more memory. */
public final class BoundedPng {
  private static final int LARGEST_SIDE = 4096;
  private static final int WIDTH_AT = 16;
  private static final int HEIGHT_AT = 20;

  private BoundedPng() {}

  /** The pixels; empty if a side is longer than 4096 pixels, or if the file cannot be decoded. */
  public static Optional<ImageData> decode(byte[] png) {
    if (!isReasonable(png)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ImageData(new ByteArrayInputStream(png)));
    } catch (SWTException e) {
      return Optional.empty();
    }
  }

  /** Looks at the size in the header before anything is decoded. */
  private static boolean isReasonable(byte[] png) {
    if (png.length < HEIGHT_AT + Integer.BYTES) {
      return false;
    }
    int width = ByteBuffer.wrap(png).getInt(WIDTH_AT);
    int height = ByteBuffer.wrap(png).getInt(HEIGHT_AT);
    return width > 0 && width <= LARGEST_SIDE && height > 0 && height <= LARGEST_SIDE;
  }
}
