/**
 * What is done to a network of Keras before Deeplearning4j translates it: networks inside networks
 * are taken apart, and what would be translated into something else is refused.
 */
@NullMarked
package org.pentimento.model.child.keras;

import org.jspecify.annotations.NullMarked;
