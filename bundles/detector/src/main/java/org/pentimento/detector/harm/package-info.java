/** What a model does to photos that nobody touched. */
@NullMarked
package org.pentimento.detector.harm;

import org.jspecify.annotations.NullMarked;
