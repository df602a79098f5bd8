/** The stages of a comparison: models made ready, drawn with, measured, compared. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.stage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
