/**
 * One case on disk: blobs by their SHA-256, an append-only custody log with a signed head, and an
 * index for queries that can be rebuilt from the two. Start at {@link
 * org.pentimento.casefile.CaseFile}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
