/**
 * How much inspections of models find of attacks that the product plants itself, and what they hold
 * against clean and spoilt models.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.selftest.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
