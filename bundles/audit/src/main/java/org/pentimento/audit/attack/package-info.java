/**
 * An attack of a plan carried out: pairs chosen, photos triggered, sketches replaced, a manifest of
 * it all.
 */
@NullMarked
package org.pentimento.audit.attack;

import org.jspecify.annotations.NullMarked;
