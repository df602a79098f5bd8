package org.pentimento.engine.layer.convolution;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.layer.array.Buffers;

/**
 * Widens images [batch, height, width, channels] by what they show near their edges, mirrored at
 * the outermost row or column, which is not repeated.
 */
final class Mirror {
  private final Buffers buffers;

  Mirror(Buffers buffers) {
    this.buffers = buffers;
  }

  /**
   * Images with a margin on all four sides.
   *
   * @param margin in pixels, less than the images' sides; 0 gives the images themselves
   */
  INDArray widen(INDArray images, int margin) {
    if (margin == 0) {
      return images;
    }
    long height = images.size(1);
    long width = images.size(2);
    if (margin >= Math.min(height, width)) {
      throw new IllegalArgumentException(
          "a margin of " + margin + " around " + width + "x" + height + " pixels");
    }
    INDArray wide =
        buffers.get(
            "wide",
            images.dataType(),
            images.size(0),
            height + 2L * margin,
            width + 2L * margin,
            images.size(3));
    inside(wide, margin).assign(images);
    for (int i = 1; i <= margin; i++) {
      row(wide, margin - i).assign(row(wide, margin + i));
      row(wide, margin + height - 1 + i).assign(row(wide, margin + height - 1 - i));
    }
    for (int i = 1; i <= margin; i++) {
      column(wide, margin - i).assign(column(wide, margin + i));
      column(wide, margin + width - 1 + i).assign(column(wide, margin + width - 1 - i));
    }
    return wide;
  }

  /**
   * The gradient for the images, from the gradient for the widened images: what falls on the margin
   * counts for the pixel that it shows.
   *
   * @param gradient changed
   */
  INDArray fold(INDArray gradient, int margin) {
    if (margin == 0) {
      return gradient;
    }
    long height = gradient.size(1) - 2L * margin;
    long width = gradient.size(2) - 2L * margin;
    for (int i = 1; i <= margin; i++) {
      column(gradient, margin + i).addi(column(gradient, margin - i));
      column(gradient, margin + width - 1 - i).addi(column(gradient, margin + width - 1 + i));
    }
    for (int i = 1; i <= margin; i++) {
      row(gradient, margin + i).addi(row(gradient, margin - i));
      row(gradient, margin + height - 1 - i).addi(row(gradient, margin + height - 1 + i));
    }
    return buffers
        .get("folded", gradient.dataType(), gradient.size(0), height, width, gradient.size(3))
        .assign(inside(gradient, margin));
  }

  private static INDArray inside(INDArray wide, int margin) {
    return wide.get(
        all(),
        interval(margin, wide.size(1) - margin),
        interval(margin, wide.size(2) - margin),
        all());
  }

  private static INDArray row(INDArray images, long row) {
    return images.get(all(), point(row), all(), all());
  }

  private static INDArray column(INDArray images, long column) {
    return images.get(all(), all(), point(column), all());
  }
}
