/**
 * Makes sentences of the facts that results hold: the one place for the report, the window and the
 * terminal.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.verdict;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
