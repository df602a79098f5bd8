/** What a self-test plants: sets that are planned, and sets that are made of them. */
@NullMarked
package org.pentimento.audit.selftest.grid;

import org.jspecify.annotations.NullMarked;
