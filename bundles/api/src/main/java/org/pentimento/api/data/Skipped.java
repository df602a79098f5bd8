package org.pentimento.api.data;

/**
 * A file that did not become part of a pair.
 *
 * @param file path as found, relative to the data set's folder
 * @param reason why, as a sentence for a person
 */
public record Skipped(String file, String reason) {}
