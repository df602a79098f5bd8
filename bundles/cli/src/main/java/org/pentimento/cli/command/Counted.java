package org.pentimento.cli.command;

/** A number of things in words. */
final class Counted {
  private Counted() {}

  static String of(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
