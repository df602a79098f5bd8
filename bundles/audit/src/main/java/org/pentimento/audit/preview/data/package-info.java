/**
 * What the preview process tells about the pairs of a case: which there are, how they look, and
 * where metrics see differences. Nothing is hashed for it; a run checks its data itself.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.preview.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
