/**
 * What a network computes, laid out beforehand: values, their memory, and the steps of its passes.
 */
@NullMarked
package org.pentimento.engine.blocked.tape;

import org.jspecify.annotations.NullMarked;
