package org.pentimento.detector.pattern;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.image.Image;
import org.pentimento.detector.residual.Fourier;
import org.pentimento.detector.residual.Log;
import org.pentimento.detector.residual.PhotoStack;

/** Pictures that show what a group shares. */
public final class PatternPictures {
  private PatternPictures() {}

  /** What shows the pattern as a whole. */
  public static List<Exhibit> of(SharedPattern pattern, PhotoStack photos, int[] members) {
    List<Exhibit> out = new ArrayList<>();
    out.add(
        new Picture(
            "What the group shares: mean of its photos less the mean of photos like them, enlarged"
                + " and around middle grey.",
            pattern.residual()));
    out.add(new Picture("Where it changes photos: white.", pattern.mask()));
    out.add(
        new Picture(
            "Its spectrum: slow changes in the middle, fine ones at the edge.",
            spectrum(pattern.residual())));
    Image member = Image.of(photos.width(), photos.height(), 3, photos.rgb(members[0]));
    out.add(new Picture("A photo of the group.", member));
    if (pattern.family() != Family.WARP) {
      out.add(
          new Picture("That photo with the mean difference taken away.", without(member, pattern)));
    }
    return out;
  }

  /** What shows it in one photo. */
  public static List<Picture> ofMember(Image photo, List<SharedPattern> patterns) {
    List<Picture> out = new ArrayList<>();
    for (SharedPattern pattern : patterns) {
      if (photo.sameSize(pattern.residual()) && pattern.family() != Family.WARP) {
        out.add(
            new Picture(
                "The photo with the group's mean difference taken away.", without(photo, pattern)));
        break;
      }
    }
    return out;
  }

  private static Image without(Image photo, SharedPattern pattern) {
    float[] from = photo.colour().data();
    float[] change = pattern.residual().data();
    float[] mask = pattern.mask().data();
    float[] out = new float[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] - mask[i % mask.length] * (float) ((change[i] - .5) / pattern.gain());
    }
    return Image.of(photo.width(), photo.height(), 3, out);
  }

  private static Image spectrum(Image residual) {
    Image grey = residual.grey();
    int width = grey.width();
    int height = grey.height();
    float[] plane = grey.data().clone();
    for (int i = 0; i < plane.length; i++) {
      plane[i] -= .5f;
    }
    float[] size = Fourier.magnitudes(plane, new Fourier(width), new Fourier(height));
    int half = width / 2 + 1;
    float[] out = new float[width * height];
    float largest = 1e-6f;
    for (float v : size) {
      largest = Math.max(largest, v);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int across = Math.abs(x - width / 2);
        int down = Math.floorMod(y - height / 2, height);
        if (x < width / 2) {
          down = Math.floorMod(-down, height);
        }
        float v = size[down * half + Math.min(half - 1, across)] / largest;
        out[y * width + x] = 1 + Log.of(v + 1e-3f) / 6.9f;
      }
    }
    return Image.of(width, height, 1, out);
  }
}
