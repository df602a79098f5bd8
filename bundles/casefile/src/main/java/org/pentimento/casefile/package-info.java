/**
 * One case on disk. Start at {@link org.pentimento.casefile.CaseFile}; the format is described in
 * {@code docs/case-format.md}.
 *
 * <p>Below lie, each using only what stands before it: {@code json} (one form of JSON for one
 * value), {@code store} (where files lie and how they are written, blobs, the lock of the one
 * writer), {@code event} (what can happen to a case), {@code log} (the hash-chained, signed custody
 * log of events), {@code result} (what runs found), {@code index} (tables for queries, made from
 * log and blobs) and {@code verify}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
