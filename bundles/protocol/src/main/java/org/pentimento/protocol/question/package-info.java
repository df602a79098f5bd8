/**
 * What can be asked of the preview process, and its answers: one record a question, one an answer.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol.question;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
