/**
 * The editor of a data set: its gallery and its pairs; and the wizard that takes one into a case.
 */
@NullMarked
package org.pentimento.workbench.dataset;

import org.jspecify.annotations.NullMarked;
