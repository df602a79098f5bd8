/**
 * The image codec: decodes image files in memory after their headers were checked, and writes PNG.
 */
@NullMarked
package org.pentimento.dataset.codec;

import org.jspecify.annotations.NullMarked;
