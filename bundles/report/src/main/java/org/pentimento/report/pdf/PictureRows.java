package org.pentimento.report.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.pentimento.report.part.ReportPicture;

/** Sets pictures side by side; each is in the document once, however often it is shown. */
final class PictureRows {
  private static final double GAP = 7;

  private final Flow flow;
  private final Map<String, PDImageXObject> known = new HashMap<>();

  PictureRows(Flow flow) {
    this.flow = flow;
  }

  /** The height of a row, labels included. */
  double height(List<ReportPicture> pictures, int columns) throws IOException {
    double width = width(columns);
    double height = 0;
    for (ReportPicture p : pictures) {
      double own = width * .4;
      if (p.present()) {
        PDImageXObject image = image(p);
        own = width * image.getHeight() / image.getWidth();
      }
      height = Math.max(height, own + flow.height(p.label(), TextStyle.DETAIL, width));
    }
    return height + 4;
  }

  private static double width(int columns) {
    return (Flow.WIDTH - GAP * (columns - 1)) / columns;
  }

  /**
   * Sets a row.
   *
   * @param columns as how many pictures would fill the width
   */
  void row(List<ReportPicture> pictures, int columns) throws IOException {
    double height = height(pictures, columns);
    flow.need(height);
    double width = width(columns);
    double top = flow.y();
    double x = Flow.LEFT;
    for (ReportPicture p : pictures) {
      double below = top + width * .4;
      if (p.present()) {
        PDImageXObject image = image(p);
        double h = width * image.getHeight() / image.getWidth();
        below = top + h;
        float left = (float) x;
        float bottom = (float) Flow.fromBottom(below);
        flow.figure(
            p.alt(),
            x,
            top,
            width,
            h,
            () -> flow.stream().drawImage(image, left, bottom, (float) width, (float) h));
        flow.frame(x, top, width, h, TextStyle.RULE);
      } else {
        flow.frame(x, top, width, width * .4, TextStyle.RULE);
        flow.block(
            "not in this copy of the case",
            TextStyle.DETAIL,
            x + 4,
            top + 4,
            width - 8,
            Flow.Side.LEFT);
      }
      flow.block(p.label(), TextStyle.DETAIL, x, below + 2, width, Flow.Side.LEFT);
      x += width + GAP;
    }
    flow.moveTo(top + height + 2);
  }

  private PDImageXObject image(ReportPicture picture) throws IOException {
    PDImageXObject image = known.get(picture.key());
    if (image == null) {
      BufferedImage decoded = read(picture.png());
      image =
          decoded.getType() == BufferedImage.TYPE_BYTE_GRAY
              ? grey(decoded.getRaster())
              : LosslessFactory.createFromImage(flow.document(), decoded);
      image.setInterpolate(false); // PDF/A has it so
      known.put(picture.key(), image);
    }
    return image;
  }

  private static BufferedImage read(byte[] png) throws IOException {
    // In memory: what is in a case must not be left in a temporary file.
    return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
  }

  /** The samples as they are; Java would convert them as if they were linear and brighten them. */
  private PDImageXObject grey(Raster raster) throws IOException {
    int width = raster.getWidth();
    int[] row = new int[width];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getSamples(0, y, width, 1, 0, row);
        for (int v : row) {
          out.write(v);
        }
      }
    }
    return new PDImageXObject(
        flow.document(),
        new ByteArrayInputStream(packed.toByteArray()),
        COSName.FLATE_DECODE,
        width,
        raster.getHeight(),
        8,
        PDDeviceGray.INSTANCE);
  }
}
