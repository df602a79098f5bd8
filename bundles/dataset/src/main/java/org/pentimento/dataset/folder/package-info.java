/** Formats of any data set in folders: two folders, side by side, a CSV file that pairs images. */
@NullMarked
package org.pentimento.dataset.folder;

import org.jspecify.annotations.NullMarked;
