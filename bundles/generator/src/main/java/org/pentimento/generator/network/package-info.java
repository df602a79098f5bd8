/** Networks and parts of networks that several generators are made of, and how far they see. */
@NullMarked
package org.pentimento.generator.network;

import org.jspecify.annotations.NullMarked;
