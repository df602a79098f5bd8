/**
 * What the trainings of all generators share: settings, networks that learn, identity of a
 * training.
 */
@NullMarked
package org.pentimento.generator.training;

import org.jspecify.annotations.NullMarked;
