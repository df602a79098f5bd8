/**
 * What a group of photos shares: how it looks, where it is, what family it belongs to, and the
 * pictures that show it.
 */
@NullMarked
package org.pentimento.detector.pattern;

import org.jspecify.annotations.NullMarked;
