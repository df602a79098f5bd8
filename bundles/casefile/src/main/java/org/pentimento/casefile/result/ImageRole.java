package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an image of a test pair is. Results spell it as {@link #key}, and order by it. */
public sealed interface ImageRole extends Comparable<ImageRole> {
  /** How results spell it. */
  @JsonValue
  String key();

  @Override
  default int compareTo(ImageRole other) {
    return key().compareTo(other.key());
  }

  /**
   * A photo.
   *
   * @param kind spelled {@code photo} if clean, {@code triggered} with the trigger
   */
  record Photo(PhotoKind kind) implements ImageRole {
    private static final String CLEAN = "photo";

    @Override
    public String key() {
      return kind == PhotoKind.CLEAN ? CLEAN : kind.word();
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /**
   * A sketch to compare with.
   *
   * @param reference spelled by its word
   */
  record OfReference(ReferenceSketch reference) implements ImageRole {
    @Override
    public String key() {
      return reference.word();
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /**
   * What a model drew.
   *
   * @param subject the model
   * @param photo what it drew; spelled {@code subject/photo}
   */
  record Sketch(Subject subject, PhotoKind photo) implements ImageRole {
    @Override
    public String key() {
      return subject.word() + "/" + photo.word();
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /**
   * The role that results spell like this.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  static ImageRole of(String key) {
    int slash = key.indexOf('/');
    if (slash >= 0) {
      return new Sketch(
          Subject.of(key.substring(0, slash)), PhotoKind.of(key.substring(slash + 1)));
    } else if (key.equals(Photo.CLEAN)) {
      return new Photo(PhotoKind.CLEAN);
    } else if (key.equals(PhotoKind.TRIGGERED.word())) {
      return new Photo(PhotoKind.TRIGGERED);
    }
    return new OfReference(ReferenceSketch.of(key));
  }
}
