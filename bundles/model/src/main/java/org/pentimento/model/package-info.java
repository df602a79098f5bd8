/** Models made elsewhere, each opened in a locked-in process of its own. */
@NullMarked
package org.pentimento.model;

import org.jspecify.annotations.NullMarked;
