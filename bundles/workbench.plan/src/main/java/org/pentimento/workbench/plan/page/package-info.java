/** The pages of the editor, and the forms on them. */
@NullMarked
package org.pentimento.workbench.plan.page;

import org.jspecify.annotations.NullMarked;
