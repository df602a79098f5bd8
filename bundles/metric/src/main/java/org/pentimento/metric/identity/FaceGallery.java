package org.pentimento.metric.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The descriptors of known faces. Similarity is the cosine of the angle between descriptors after
 * the mean face is subtracted. Immutable.
 */
final class FaceGallery {
  private final int[] persons;
  private final int count;
  private final float[] mean;
  private final List<float[]> faces;

  /**
   * Makes a gallery of descriptors.
   *
   * @param persons number of the person on each face, from 0 on without gaps
   * @param faces descriptors, at least one; their values are overwritten
   */
  FaceGallery(int[] persons, List<float[]> faces) {
    this.persons = persons;
    this.faces = faces;
    count = IntStream.of(persons).max().orElse(-1) + 1;
    mean = new float[FaceDescriptor.LENGTH];
    for (float[] face : faces) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += face[i] / faces.size();
      }
    }
    faces.forEach(this::centre);
  }

  /** Number of persons. */
  int persons() {
    return count;
  }

  /**
   * The rank of a person among all, the most similar first. Equally similar persons come before
   * this one, so that a face without features finds nobody.
   *
   * @param face a descriptor; its values are overwritten
   * @param person whom it should show
   * @return 1 to {@link #persons()}
   */
  int rank(float[] face, int person) {
    centre(face);
    double[] best = new double[count];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < persons.length; i++) {
      best[persons[i]] = Math.max(best[persons[i]], similarity(face, faces.get(i)));
    }
    int rank = 1;
    for (int other = 0; other < count; other++) {
      if (other != person && best[other] >= best[person]) {
        rank++;
      }
    }
    return rank;
  }

  /** Subtracts the mean and scales to length 1; a descriptor of zeros stays as it is. */
  private void centre(float[] face) {
    if (length(face) == 0) {
      return;
    }
    for (int i = 0; i < face.length; i++) {
      face[i] -= mean[i];
    }
    double length = length(face);
    for (int i = 0; i < face.length && length > 0; i++) {
      face[i] = (float) (face[i] / length);
    }
  }

  private static double length(float[] face) {
    return Math.sqrt(similarity(face, face));
  }

  private static double similarity(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
