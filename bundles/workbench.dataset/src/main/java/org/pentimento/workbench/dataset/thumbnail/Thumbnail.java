package org.pentimento.workbench.dataset.thumbnail;

import org.pentimento.protocol.preview.Answer.Picture;

/**
 * The small pictures of a pair.
 *
 * @param photo of one or three planes
 * @param sketch of one plane
 */
record Thumbnail(Picture photo, Picture sketch) {}
