/**
 * How extensions are called: with copies of what they get, within a time limit, and with every
 * answer checked. Whatever one does wrong becomes an exception that names it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.registry.guard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
