/** 欠交: who has not paid months that are over, counted from bills and bookings, and who was reminded (MEM-19). */
@NullMarked
package cn.dangjian.dues.care.late;

import org.jspecify.annotations.NullMarked;
