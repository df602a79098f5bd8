/**
 * From photos and sketches that belong together by name to pairs that are known to be readable and
 * of one size.
 */
@NullMarked
package org.pentimento.dataset.pairing;

import org.jspecify.annotations.NullMarked;
