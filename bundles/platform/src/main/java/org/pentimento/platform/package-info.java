/**
 * What the product asks of the operating system. Each system has one implementation, a component in
 * a package of its own; only those packages may name files, programs and variables of a system.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.pentimento.platform;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
