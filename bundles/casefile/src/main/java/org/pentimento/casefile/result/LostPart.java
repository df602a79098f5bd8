package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import org.pentimento.api.extension.Kind;

/**
 * Something that a run was to find out and did not, because an extension failed.
 *
 * @param part what is lost: a comparison by its id, such as {@code fcn/1/s1}, or a part of it, such
 *     as {@code fcn/1/s1, metric ssim}
 * @param kind of the extension
 * @param extension id of the extension
 * @param call name of the method that failed
 * @param subject what it was called for, such as {@code pair f-005}; empty if for nothing single
 * @param problem what it did, as the end of a sentence without a full stop
 */
public record LostPart(
    String part, Kind kind, String extension, String call, String subject, String problem) {
  /** Refuses null. */
  public LostPart {
    requireNonNull(part, "part");
    requireNonNull(kind, "kind");
    requireNonNull(extension, "extension");
    requireNonNull(call, "call");
    requireNonNull(subject, "subject");
    requireNonNull(problem, "problem");
  }

  /**
   * This part of one comparison alone.
   *
   * @param comparison its id
   */
  public LostPart of(String comparison) {
    return new LostPart(comparison + ", " + part, kind, extension, call, subject, problem);
  }
}
