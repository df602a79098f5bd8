/** What is known of the installed extensions, none of which is loaded into the window. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.descriptors;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
