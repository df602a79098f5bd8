/**
 * How much detectors find of attacks that the product plants itself, and what they hold against
 * honest sets: the power that inspections quote.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.selftest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
