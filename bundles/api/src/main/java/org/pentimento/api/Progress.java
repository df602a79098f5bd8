package org.pentimento.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where long work reports how far it is and learns that it should stop. Calls are cheap; make one
 * per image or batch. Safe for use from several threads.
 */
@ProviderType
public interface Progress {
  /** Progress nobody watches and nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String task, long total) {}

        @Override
        public void advance(long units) {}

        @Override
        public void note(String message) {}

        @Override
        public void checkCancelled() {}
      };

  /**
   * Starts a named piece of work.
   *
   * @param task what is being done, in words for a person
   * @param total number of units to expect, or 0 if unknown
   */
  void begin(String task, long total);

  /** Counts finished units since {@link #begin}. */
  void advance(long units);

  /** Says something worth knowing that is not an error, such as a skipped file. */
  void note(String message);

  /**
   * Ends the work if the person asked for it.
   *
   * @throws CancelledException if so; callers let it pass after putting their files in order
   */
  void checkCancelled() throws CancelledException;
}
