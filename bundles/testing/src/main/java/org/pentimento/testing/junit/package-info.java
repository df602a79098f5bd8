/** Base classes of tests with JUnit 5, one for each kind of extension. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.testing.junit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
