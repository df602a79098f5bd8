/**
 * What all work on a case that takes long shares: its start, its end and its finished steps in the
 * custody log, by which it goes on after it was killed.
 */
@NullMarked
package org.pentimento.audit.step;

import org.jspecify.annotations.NullMarked;
