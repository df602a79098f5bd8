/**
 * The built-in data set formats and the image codec. {@code folder} and {@code cufs} recognise what
 * lies on disk, {@code faces} draws its pairs; {@code listing} and {@code pairing} are what the
 * formats share; {@code codec} reads and writes image files.
 */
@NullMarked
package org.pentimento.dataset;

import org.jspecify.annotations.NullMarked;
