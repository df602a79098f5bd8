/** Changes of photos that take a few numbers to describe, fitted to a model by its gradients. */
@NullMarked
package org.pentimento.detector.compact;

import org.jspecify.annotations.NullMarked;
