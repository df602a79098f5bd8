package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.image.Image;

/** Where findings and their pictures are kept, so that no detector is asked the same twice. */
public interface FindingStore {
  /** Keeps nothing: for inspections whose pictures nobody looks at. */
  FindingStore NONE =
      new FindingStore() {
        @Override
        public Kept once(Map<String, ?> inputs, Asking asking)
            throws IOException, CancelledException {
          return new Kept("", StoredFinding.rounded(asking.ask()));
        }

        @Override
        public String put(Image image) {
          return "";
        }
      };

  /** Asks a detector. */
  @FunctionalInterface
  interface Asking {
    DatasetFinding ask() throws IOException, CancelledException;
  }

  /**
   * A finding as it is kept: its images are rounded to 8 bits, whether it was just made or is read
   * back.
   *
   * @param key of its step; empty if it is not kept
   * @param finding what was found
   */
  record Kept(String key, DatasetFinding finding) {}

  /**
   * A finding, made unless there is one.
   *
   * @param inputs everything that it depends on
   */
  Kept once(Map<String, ?> inputs, Asking asking) throws IOException, CancelledException;

  /** Keeps a picture; gives the SHA-256 of its PNG, or nothing if it is not kept. */
  String put(Image image) throws IOException;
}
