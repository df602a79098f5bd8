package org.pentimento.report.part;

import java.util.List;

/**
 * A table; the first column names its row.
 *
 * @param caption above it
 * @param columns heads
 * @param rows as many cells each as there are columns
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows) {

  /**
   * A column.
   *
   * @param name its head
   * @param kind how its cells are set
   * @param weight its share of the width, compared with the others'
   */
  public record Column(String name, Kind kind, double weight) {}

  /** How the cells of a column are set. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** Numbers, to the right. */
    NUMBER,
    /** Hashes and the like, in a typeface of one width. */
    CODE
  }

  /**
   * A cell.
   *
   * @param text what it says
   * @param detail below it in small type, may be empty
   */
  public record Cell(String text, String detail) {}

  /** Refuses rows of another length. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(caption + ": a row has " + row.size() + " cells");
      }
    }
  }

  /** A copy with another caption. */
  public Table named(String other) {
    return new Table(other, columns, rows);
  }

  /** A column of words. */
  public static Column text(String name, double weight) {
    return new Column(name, Kind.TEXT, weight);
  }

  /** A column of numbers. */
  public static Column number(String name, double weight) {
    return new Column(name, Kind.NUMBER, weight);
  }

  /** A column of hashes. */
  public static Column code(String name, double weight) {
    return new Column(name, Kind.CODE, weight);
  }

  /** A row of cells without detail. */
  public static List<Cell> row(String... texts) {
    return java.util.Arrays.stream(texts).map(t -> new Cell(t, "")).toList();
  }
}
