/** Tests inside Apache Felix. */
@NullMarked
package org.pentimento.tests.felix;

import org.jspecify.annotations.NullMarked;
