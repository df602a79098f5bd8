/** The window, driven from inside the framework. */
package org.pentimento.tests.window;
