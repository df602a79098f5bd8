/**
 * Groups of photos that are alike as no others are: how alike photos are, and the miners that look
 * for groups in it. A miner proposes; {@link org.pentimento.detector.group.Candidate} says by how
 * much its threshold is exceeded.
 */
@NullMarked
package org.pentimento.detector.group;

import org.jspecify.annotations.NullMarked;
