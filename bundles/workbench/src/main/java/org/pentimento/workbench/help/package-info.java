/** The guide, help for what has the focus, the steps of a first audit, and About. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.help;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
