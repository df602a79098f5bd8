/** Starts Apache Felix with the bundles of the product and hands over to one of its faces. */
@NullMarked
package org.pentimento.launcher;

import org.jspecify.annotations.NullMarked;
