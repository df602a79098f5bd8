/** The editor of a plan: its forms, its YAML, and what a trigger and a strategy would do. */
@NullMarked
package org.pentimento.workbench.plan;

import org.jspecify.annotations.NullMarked;
