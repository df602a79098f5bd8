package org.pentimento.engine.training;

import java.util.List;
import org.pentimento.api.image.Image;

/**
 * What one step learns from.
 *
 * @param step counted from 1
 * @param rate share of the learning rate that the schedule leaves, in (0, 1]
 * @param photos 3 planes each, all of one size
 * @param sketches the true sketch of each photo, 1 plane each
 */
public record Batch(long step, double rate, List<Image> photos, List<Image> sketches) {}
