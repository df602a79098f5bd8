/**
 * What all work on a case that takes long shares: its start, its end and its finished steps in the
 * custody log, by which it goes on after it was killed.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.step;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
