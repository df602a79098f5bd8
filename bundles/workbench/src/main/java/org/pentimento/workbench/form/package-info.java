/** Forms: the parameters of an extension, and the controls that forms are made of. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.form;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
