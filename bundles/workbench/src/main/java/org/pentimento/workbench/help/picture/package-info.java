/** Small drawings that explain words of the guide. */
@NullMarked
package org.pentimento.workbench.help.picture;

import org.jspecify.annotations.NullMarked;
