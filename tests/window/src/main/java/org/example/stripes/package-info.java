/** What a third party drops in; packed into a jar of its own and loaded by child processes only. */
package org.example.stripes;
