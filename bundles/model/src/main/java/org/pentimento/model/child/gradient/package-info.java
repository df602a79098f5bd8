/**
 * Gradients of ONNX networks for their photos. Each operator of a file gets operators that carry a
 * gradient back through it; both together run in ONNX Runtime. Runs in the confined process.
 */
@NullMarked
package org.pentimento.model.child.gradient;

import org.jspecify.annotations.NullMarked;
