/** A plan while it is edited: its text, what is wrong with it, its history of changes. */
@NullMarked
package org.pentimento.workbench.plan.model;

import org.jspecify.annotations.NullMarked;
