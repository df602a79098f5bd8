/** The detector of what a group of photos shares and no other photos have. */
@NullMarked
package org.pentimento.detector.photo;

import org.jspecify.annotations.NullMarked;
