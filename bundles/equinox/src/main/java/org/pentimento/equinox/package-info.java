/**
 * What the Eclipse workbench expects of the Equinox framework, for any other OSGi framework: the
 * services that Equinox registers, the order in which things start, and what it does about caches.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.equinox;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
