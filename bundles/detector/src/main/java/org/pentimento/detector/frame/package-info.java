/**
 * The pairs of a suspect data set as numbers: read, brought to working size, colours and sizes
 * evened out. Uses nothing of the other packages.
 */
@NullMarked
package org.pentimento.detector.frame;

import org.jspecify.annotations.NullMarked;
