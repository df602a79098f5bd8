/** Pairs in folders: what lies there, what belongs together, what had to be left out and why. */
@NullMarked
package org.pentimento.dataset.folder;

import org.jspecify.annotations.NullMarked;
