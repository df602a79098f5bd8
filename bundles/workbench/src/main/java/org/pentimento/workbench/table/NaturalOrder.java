package org.pentimento.workbench.table;

import java.util.Comparator;

/** Orders texts as people do: digits count as whole numbers, upper and lower case are equal. */
public final class NaturalOrder {
  /** The order. */
  public static final Comparator<String> TEXTS = NaturalOrder::compare;

  private NaturalOrder() {}

  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      char x = a.charAt(i);
      char y = b.charAt(j);
      if (isDigit(x) && isDigit(y)) {
        int endA = end(a, i);
        int endB = end(b, j);
        int startA = significant(a, i, endA);
        int startB = significant(b, j, endB);
        int order = Integer.compare(endA - startA, endB - startB);
        for (int k = 0; order == 0 && k < endA - startA; k++) {
          order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
        }
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        int order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int significant(String text, int from, int end) {
    int start = from;
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    return start;
  }
}
