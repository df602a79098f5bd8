package org.pentimento.protocol.listing;

import java.util.Map;
import org.pentimento.api.data.Split;

/**
 * A pair as a listing has it: all but its images.
 *
 * @param id unique in its data set
 * @param identity the person
 * @param split what it is meant for
 * @param attributes what is known about it, in a stable order
 * @param photo path of the photo relative to the data set's folder, with {@code /} between names;
 *     empty if it comes from no file of its own
 * @param sketch path of the sketch, likewise
 * @param whole whether photo and sketch are those files as they are seen
 */
public record ListedPair(
    String id,
    String identity,
    Split split,
    Map<String, String> attributes,
    String photo,
    String sketch,
    boolean whole) {}
