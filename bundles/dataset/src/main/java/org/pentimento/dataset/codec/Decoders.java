package org.pentimento.dataset.codec;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.dataset.codec.header.FileKind;
import org.pentimento.dataset.codec.header.ImageHeader;
import org.pentimento.dataset.codec.header.NotAnImageException;

/**
 * ImageIO's decoders, asked for directly: JPEG (with CMYK and YCCK) and TIFF come from
 * TwelveMonkeys without being registered anywhere, the rest from the JDK.
 */
public final class Decoders {
  private Decoders() {}

  /**
   * Decodes the first image.
   *
   * @throws EOFException if the decoder says that data are missing
   * @throws NotAnImageException if the decoder sees another size than the header promised
   */
  static BufferedImage decode(ImageHeader header, byte[] content)
      throws IOException, NotAnImageException {
    ImageReader reader = reader(header.kind());
    Truncation truncation = new Truncation();
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(truncation);
      if (reader.getWidth(0) != header.storedWidth()
          || reader.getHeight(0) != header.storedHeight()) {
        throw new NotAnImageException("its headers contradict each other about its size");
      }
      BufferedImage decoded = reader.read(0);
      if (truncation.seen != null) {
        throw new EOFException(truncation.seen);
      }
      return decoded;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(FileKind kind) throws IOException {
    return switch (kind) {
      case JPEG -> jpeg();
      case TIFF -> new TIFFImageReaderSpi().createReaderInstance();
      case PNG, GIF, BMP -> fromTheJdk(kind.name().toLowerCase(Locale.ROOT));
      case PNM -> throw new IllegalArgumentException("PNM has a reader of its own");
    };
  }

  /**
   * TwelveMonkeys' JPEG reader leaves plain JPEG to the JDK's, for which it looks in the registry
   * that it is registered in. The registry made here is used by nobody else and holds only the
   * JDK's reader.
   */
  private static ImageReader jpeg() throws IOException {
    ServiceRegistry registry =
        new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
    registry.registerServiceProvider(
        fromTheJdk("jpeg").getOriginatingProvider(), ImageReaderSpi.class);
    JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
    provider.onRegistration(registry, ImageReaderSpi.class);
    return provider.createReaderInstance();
  }

  private static ImageReader fromTheJdk(String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return reader;
      }
    }
    throw new IIOException("this Java runtime has no " + format + " decoder");
  }

  /**
   * Remembers a decoder's warning about missing data; the decoder itself goes on and fills with
   * grey. A colour profile that is cut is no missing picture: the decoder leaves it away, and the
   * colours are taken as those of a file without.
   */
  private static final class Truncation implements IIOReadWarningListener {
    private @Nullable String seen;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String words = warning.toLowerCase(Locale.ROOT);
      boolean ofTheProfile = words.contains("icc");
      if (!ofTheProfile && (words.contains("premature end") || words.contains("truncated"))) {
        seen = warning;
      }
    }
  }
}
