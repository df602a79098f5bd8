/**
 * What every extension of a kind must do, as checks that can be run one by one. Tests with JUnit
 * extend a class of {@link org.pentimento.testing.junit}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.testing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
