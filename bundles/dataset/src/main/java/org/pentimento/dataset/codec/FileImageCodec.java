package org.pentimento.dataset.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.dataset.codec.header.Bytes;
import org.pentimento.dataset.codec.header.Completeness;
import org.pentimento.dataset.codec.header.FileKind;
import org.pentimento.dataset.codec.header.FloatTiff;
import org.pentimento.dataset.codec.header.ImageFile;
import org.pentimento.dataset.codec.header.ImageHeader;
import org.pentimento.dataset.codec.header.NotAnImageException;

/**
 * Reads images by their content, whatever their names end in, and writes PNG. The size is checked
 * before anything is decoded: at most 30,000 pixels a side, 64 million pixels and 256 MB a file.
 * Decoding writes no temporary files, and no state is kept.
 */
@Component(service = ImageCodec.class)
public final class FileImageCodec implements ImageCodec {
  @Override
  public Image read(Path file) throws IOException {
    try {
      return decoded(file, ImageFile.content(file));
    } catch (OutOfMemoryError e) {
      throw new BadInputException(
          file + " needs more memory to decode than there is.",
          "Scale the picture down in a copy, or give Pentimento more memory.",
          e);
    }
  }

  /** The content is in memory: whatever fails from here on is its fault, not the disk's. */
  private static Image decoded(Path file, byte[] content) throws IOException {
    try {
      ImageHeader header = ImageFile.header(file, content);
      return Upright.turn(decode(header, content), header.orientation());
    } catch (BadInputException e) {
      throw e;
    } catch (NotAnImageException e) {
      throw ImageFile.notAnImage(file, e.reason());
    } catch (EOFException e) {
      throw ImageFile.truncated(file, e);
    } catch (IOException e) {
      throw e.getCause() instanceof EOFException
          ? ImageFile.truncated(file, e)
          : ImageFile.damaged(file, "the decoder says: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // Hostile files make decoders throw any runtime exception.
      throw ImageFile.damaged(file, "its decoder failed", e);
    }
  }

  private static Image decode(ImageHeader header, byte[] content)
      throws IOException, NotAnImageException {
    Completeness.check(header.kind(), content);
    if (header.kind() == FileKind.PNM) {
      return PnmReader.decode(Bytes.of(content));
    }
    if (header.kind() == FileKind.TIFF) {
      Optional<FloatTiff> floats = FloatTiff.of(content);
      if (floats.isPresent()) {
        return RasterPixels.ofFloatBits(
            Decoders.decode(header, floats.get().asIntegers()).getRaster(),
            floats.get().whiteIsZero());
      }
    }
    return RasterPixels.toImage(Decoders.decode(header, content));
  }

  @Override
  public void writePng(Image image, OutputStream out) throws IOException {
    PngEncoder.write(image, out);
  }
}
