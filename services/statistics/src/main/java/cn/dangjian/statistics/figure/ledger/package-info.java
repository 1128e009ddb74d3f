/** 台账: questions over the figures that a unit keeps and asks again; nobody types a number into one. */
@NullMarked
package cn.dangjian.statistics.figure.ledger;

import org.jspecify.annotations.NullMarked;
