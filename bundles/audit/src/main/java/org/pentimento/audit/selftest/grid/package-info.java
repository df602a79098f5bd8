/** What a self-test plants: sets that are planned, and sets that are made of them. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.selftest.grid;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
