package cn.dangjian.platform.sheets;

/**
 * How much of a file is read.
 *
 * @param rows rows that are not empty, without the header
 * @param columns columns of a row
 * @param cell characters of a cell
 * @param unpacked bytes of all parts of an Excel file
 */
public record SheetLimits(int rows, int columns, int cell, long unpacked) {}
